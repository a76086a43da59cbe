package dev.rapport.dashboard;

import dev.rapport.query.RowColumn;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the titles of columns, on pages: {@code {rows:title(column)}}. */
@MessageBundle("rows")
public interface RowMessages {
    /** Of what is so or not; nothing is said of what is not known. */
    @Message("{#switch value}{#case 'true'}yes{#case}no{/switch}")
    String flag(String value);

    @Message("""
            {#switch column.key}
            {#case 'at'}When
            {#case 'ended_at'}Ended
            {#case 'person'}Person
            {#case 'channel'}Channel
            {#case 'page_views'}Page views
            {#case 'events'}Events
            {#case 'seconds'}Seconds
            {#case 'entry_page'}Entry page
            {#case 'exit_page'}Exit page
            {#case 'page'}Page
            {#case 'scroll'}Scrolled, %
            {#case 'exited'}Visit ended here
            {#case 'campaign'}Campaign
            {#case 'bounced'}Bounced
            {#case 'converted'}Converted
            {#case 'steps'}Steps taken
            {#case 'sessions'}Sessions
            {#case 'active_days'}Active days
            {#case 'first_at'}First seen
            {#case 'is_new'}New
            {#case 'used'}Used it
            {#case 'uses'}Times used
            {#case 'signed_up_at'}Signed up
            {#case 'key_days'}Days with the key event
            {#case 'engaged'}Engaged
            {#case 'dropped_off'}Dropped off
            {#case 'kind'}Kind
            {#case 'key'}Number
            {#case 'survey'}Survey
            {#case 'score'}Score
            {#case 'score_class'}Counts as
            {#case 'comment'}Comment
            {#case 'topic'}Topic
            {#case 'sentiment'}Sentiment
            {#case 'issue_type'}Issue type
            {#case 'priority'}Priority
            {#case 'subject'}Subject
            {#case 'assignee'}Assigned to
            {#case 'created_at'}Created
            {#case 'first_response_at'}First reply
            {#case 'first_response_known'}First reply: time known
            {#case 'answered_at'}Answered
            {#case 'agent'}Agent
            {#case 'resolved_at'}Resolved
            {#case 'resolution_known'}Resolved: time known
            {#case 'reopened'}Times reopened
            {#case 'plan'}Plan
            {#case 'amount'}Amount
            {#case 'lines'}Lines
            {#case 'started_at'}Started
            {#case 'at_start'}At the start
            {#case 'at_end'}At the end
            {#case 'paid_at_start'}Paid a month, at the start
            {#case 'paid_at_end'}Paid a month, at the end
            {#case 'orders'}Orders
            {#case 'day'}Day
            {#case 'cohort'}Group
            {#case 'came_again'}Came again
            {#case 'variant'}Variant
            {#case 'spend'}Spend
            {#case 'impressions'}Impressions
            {#case 'clicks'}Clicks
            {#case 'delivered'}Delivered
            {#case 'opens'}Opened
            {#case 'conversions'}Conversions
            {#case 'followers'}Followers
            {#case 'exposures'}Shown or delivered
            {#case 'network'}Network
            {#case 'brand'}Brand
            {#case 'text'}Text
            {#case 'likes'}Likes
            {#case 'shares'}Shares
            {#case 'comments'}Comments
            {#case 'saves'}Saves
            {#case 'frustrated'}Frustrated
            {#case 'technical'}Technical
            {#case 'article_helps'}An article would help
            {#case 'needs_reply'}Needs a reply
            {#case 'labelled_by'}Labelled by
            {#case 'months'}Months subscribed
            {#case 'years'}Years as a customer
            {#case 'support_cost'}Cost of support
            {#case 'recency'}Lately active
            {#case 'frequency'}Often active
            {#case 'breadth'}Features used
            {#case 'last_answer'}Last survey answer
            {#case 'open_tickets'}Open tickets
            {#case 'payment'}Payment
            {#case 'health'}Health
            {#case 'id'}Id
            {#case 'state'}State
            {#case 'owner'}Owner
            {#case 'contacted_on'}Contacted on
            {#case 'outcome'}Outcome
            {#case 'note'}Note
            {#case 'orders_after'}Orders since
            {#case 'tickets_after'}Tickets since
            {#case 'later_score'}Later score
            {#case 'churned'}Left since
            {#case 'rows'}Rows
            {#case 'contacted'}Wrote to support
            {#case 'again'}Ordered again
            {/switch}""")
    String title(RowColumn column);
}
