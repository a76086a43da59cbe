package dev.rapport.dashboard;

import dev.rapport.query.RowColumn;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The titles of columns, on pages: {@code {rows:title(column)}}. */
@MessageBundle("rows")
public interface RowMessages {
    @Message("""
            {#when column}
            {#is AT}When
            {#is ENDED_AT}Ended
            {#is PERSON}Person
            {#is CHANNEL}Channel
            {#is PAGE_VIEWS}Page views
            {#is EVENTS}Events
            {#is SECONDS}Seconds
            {#is ENTRY_PAGE}Entry page
            {#is EXIT_PAGE}Exit page
            {#is PAGE}Page
            {#is SCROLL}Scrolled, %
            {#is EXITED}Visit ended here
            {#is CAMPAIGN}Campaign
            {#is BOUNCED}Bounced
            {#is CONVERTED}Converted
            {#is STEPS}Steps taken
            {#is SESSIONS}Sessions
            {#is ACTIVE_DAYS}Active days
            {#is FIRST_AT}First seen
            {#is IS_NEW}New
            {#is USED}Used it
            {#is USES}Times used
            {#is SIGNED_UP_AT}Signed up
            {#is KEY_DAYS}Days with the key event
            {#is ENGAGED}Engaged
            {#is DROPPED_OFF}Dropped off
            {#is KIND}Kind
            {#is KEY}Number
            {#is SURVEY}Survey
            {#is SCORE}Score
            {#is SCORE_CLASS}Counts as
            {#is COMMENT}Comment
            {#is TOPIC}Topic
            {#is SENTIMENT}Sentiment
            {#is ISSUE_TYPE}Issue type
            {#is PRIORITY}Priority
            {#is SUBJECT}Subject
            {#is ASSIGNEE}Assigned to
            {#is CREATED_AT}Created
            {#is FIRST_RESPONSE_AT}First reply
            {#is FIRST_RESPONSE_KNOWN}First reply: time known
            {#is RESOLVED_AT}Resolved
            {#is RESOLUTION_KNOWN}Resolved: time known
            {#is REOPENED}Times reopened
            {#is PLAN}Plan
            {#is AMOUNT}Amount
            {#is LINES}Lines
            {#is STARTED_AT}Started
            {#is AT_START}At the start
            {#is AT_END}At the end
            {#is PAID_AT_START}Paid a month, at the start
            {#is PAID_AT_END}Paid a month, at the end
            {#is ORDERS}Orders
            {#is DAY}Day
            {#is COHORT}Group
            {#is CAME_AGAIN}Came again
            {#is VARIANT}Variant
            {#is SPEND}Spend
            {#is IMPRESSIONS}Impressions
            {#is CLICKS}Clicks
            {#is DELIVERED}Delivered
            {#is CONVERSIONS}Conversions
            {#is FOLLOWERS}Followers
            {#is EXPOSURES}Shown or delivered
            {#is NETWORK}Network
            {#is BRAND}Brand
            {#is TEXT}Text
            {#is LIKES}Likes
            {#is SHARES}Shares
            {#is COMMENTS}Comments
            {#is SAVES}Saves
            {#is FRUSTRATED}Frustrated
            {#is TECHNICAL}Technical
            {#is ARTICLE_HELPS}An article would help
            {#is NEEDS_REPLY}Needs a reply
            {#is LABELLED_BY}Labelled by
            {#is MONTHS}Months subscribed
            {#is YEARS}Years as a customer
            {#is SUPPORT_COST}Cost of support
            {#is RECENCY}Lately active
            {#is FREQUENCY}Often active
            {#is BREADTH}Features used
            {#is LAST_ANSWER}Last survey answer
            {#is OPEN_TICKETS}Open tickets
            {#is PAYMENT}Payment
            {#is HEALTH}Health
            {#is ID}Id
            {#is STATE}State
            {#is OWNER}Owner
            {#is CONTACTED_ON}Contacted on
            {#is OUTCOME}Outcome
            {#is NOTE}Note
            {#is ORDERS_AFTER}Orders since
            {#is TICKETS_AFTER}Tickets since
            {#is LATER_SCORE}Later score
            {#is CHURNED}Left since
            {#is ROWS}Rows
            {#is CONTACTED}Wrote to support
            {#is AGAIN}Ordered again
            {/when}""")
    String title(RowColumn column);
}
