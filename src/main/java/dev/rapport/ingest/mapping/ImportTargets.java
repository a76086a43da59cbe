package dev.rapport.ingest.mapping;

import static dev.rapport.ingest.mapping.FactField.choice;
import static dev.rapport.ingest.mapping.FactField.day;
import static dev.rapport.ingest.mapping.FactField.decimal;
import static dev.rapport.ingest.mapping.FactField.id;
import static dev.rapport.ingest.mapping.FactField.json;
import static dev.rapport.ingest.mapping.FactField.moment;
import static dev.rapport.ingest.mapping.FactField.text;
import static dev.rapport.ingest.mapping.FactField.truth;
import static dev.rapport.ingest.mapping.FactField.whole;

import dev.rapport.ingest.mapping.ImportTarget.PersonRule;
import dev.rapport.ingest.mapping.ImportTarget.RowRule;
import java.util.List;
import java.util.Optional;

/** All that can be imported. */
public final class ImportTargets {
    private static final long COUNT = 1_000_000_000_000L;

    static final FactField CUSTOMER = id(ImportTarget.CUSTOMER)
            .like(
                    "customer id",
                    "customer number",
                    "customer no",
                    "user id",
                    "user",
                    "client id",
                    "person",
                    "person id",
                    "caller id",
                    "contact id",
                    "account id",
                    "member id",
                    "userid",
                    "distinct id",
                    "requester id",
                    "author id");
    static final FactField EMAIL = id(ImportTarget.EMAIL)
            .like(
                    "e-mail",
                    "mail",
                    "email address",
                    "customer email",
                    "user email",
                    "requester email",
                    "recipient email",
                    "review user email",
                    "reviewer email",
                    "contact email");
    private static final FactField ANONYMOUS = id(ImportTarget.ANONYMOUS)
            .like("anonymous id", "device id", "visitor id", "visitor", "cookie id", "client");
    static final FactField KEY = id(ImportTarget.KEY);
    static final FactField CHANNEL = text(ImportTarget.CHANNEL, 100)
            .like(
                    "contact type",
                    "acquisition channel",
                    "marketing channel",
                    "source channel",
                    "via",
                    "medium",
                    "contact channel");

    static final FactField AT = moment("at")
            .like(
                    "timestamp",
                    "time",
                    "date",
                    "datetime",
                    "created at",
                    "occurred at",
                    "event time",
                    "sent at",
                    "when",
                    "day");

    private ImportTargets() {}

    private static final ImportTarget PEOPLE = ImportTarget.of(
            "people",
            PersonRule.NEEDED,
            Optional.of("since"),
            List.of(List.of(ImportTarget.CUSTOMER), List.of(ImportTarget.EMAIL)),
            KeyRepeat.LAST,
            RowRule.NOTHING,
            List.of(
                    CUSTOMER,
                    EMAIL,
                    text("name", 300).like("full name", "customer name", "contact name"),
                    moment("since").like("signed up", "signup date", "created at", "customer since", "registered")));

    private static final ImportTarget EVENTS = ImportTarget.of(
            "events",
            PersonRule.NEEDED,
            Optional.of("at"),
            List.of(List.of(ImportTarget.KEY)),
            KeyRepeat.FIRST,
            RowRules::event,
            List.of(
                    CUSTOMER,
                    ANONYMOUS,
                    EMAIL,
                    KEY.like("message id", "event id", "uuid", "id"),
                    text("event", 200).like("event name", "event type", "action", "name", "activity"),
                    choice(
                            "kind",
                            "1",
                            "page|pageview|page view|$pageview",
                            "2",
                            "screen|screen view",
                            "3",
                            "track|event|click"),
                    AT.need(),
                    text("url", 4_000).like("page", "page url", "path", "page path", "page location", "location"),
                    text("title", 500).like("page title"),
                    text("referrer", 4_000).like("referer", "page referrer"),
                    text("utm_source", 200).like("source"),
                    text("utm_medium", 200),
                    text("utm_campaign", 200).like("campaign"),
                    CHANNEL,
                    whole("scroll", 0, 100).like("scroll depth", "percent scrolled", "scroll percent"),
                    decimal("visible").between(0, 86_400).like("visible seconds", "time on page", "engagement seconds"),
                    text("path", 1_000).worked(),
                    text("referrer_host", 300).worked(),
                    text("click_id", 50).worked(),
                    whole("visible_ms", 0, 86_400_000).worked(),
                    json("properties").worked()));

    private static final FactField SURVEY = text("survey", 200).like("survey name", "questionnaire", "survey title");
    private static final FactField SURVEY_KIND = choice(
                    "kind",
                    "nps",
                    "net promoter score",
                    "csat",
                    "satisfaction",
                    "ces",
                    "customer effort score|effort",
                    "rating",
                    "stars|review")
            .like("survey kind", "survey type", "metric");
    private static final FactField SCALE_MIN = whole("scale_min", -1_000, 1_000);
    private static final FactField SCALE_MAX = whole("scale_max", -1_000, 1_000);
    private static final FactField DIRECTION =
            choice("direction", "higher", "higher is better|up", "lower", "lower is better|down");
    private static final FactField SURVEY_KEY = id("survey_key").worked();

    private static final ImportTarget RESPONSES = ImportTarget.of(
            "responses",
            PersonRule.POSSIBLE,
            Optional.of("at"),
            List.of(List.of(ImportTarget.KEY)),
            KeyRepeat.LAST,
            RowRules::response,
            List.of(
                    KEY.like(
                            "response id",
                            "invitation id",
                            "invitation",
                            "ticket id",
                            "respondent id",
                            "respnum",
                            "review id",
                            "answer id",
                            "submission id",
                            "submission token",
                            "id"),
                    SURVEY.need(),
                    SURVEY_KIND,
                    SCALE_MIN,
                    SCALE_MAX,
                    DIRECTION,
                    AT.need()
                            .like(
                                    "responded at",
                                    "answered at",
                                    "response date",
                                    "submitted at",
                                    "inferred date",
                                    "interview date",
                                    "recorded date",
                                    "submit date",
                                    "date submitted",
                                    "completed at",
                                    "completion time",
                                    "end date",
                                    "date modified",
                                    "review created",
                                    "review date",
                                    "created on",
                                    "date created",
                                    "start date",
                                    "start time"),
                    whole("score", -1_000, 1_000)
                            .like(
                                    "rating",
                                    "answer",
                                    "nps",
                                    "nps score",
                                    "netpro",
                                    "csat",
                                    "ces",
                                    "likelihood",
                                    "review stars",
                                    "stars",
                                    "star rating",
                                    "review rating",
                                    "satisfaction rating",
                                    "satisfaction score",
                                    "value"),
                    CUSTOMER,
                    EMAIL,
                    CHANNEL,
                    text("comment", 20_000)
                            .like(
                                    "feedback",
                                    "text",
                                    "verbatim",
                                    "remark",
                                    "review",
                                    "review content",
                                    "review text",
                                    "open ended response"),
                    text("topic", 300).like("theme", "category", "comment group"),
                    sentiment(),
                    SURVEY_KEY));

    private static final ImportTarget INVITATIONS = ImportTarget.of(
            "invitations",
            PersonRule.POSSIBLE,
            Optional.of("at"),
            List.of(List.of(ImportTarget.KEY)),
            KeyRepeat.LAST,
            RowRules::survey,
            List.of(
                    KEY.like("invitation id", "invitation", "id"),
                    SURVEY.need(),
                    SURVEY_KIND,
                    SCALE_MIN,
                    SCALE_MAX,
                    DIRECTION,
                    AT.need().like("invited at", "sent"),
                    CUSTOMER,
                    EMAIL,
                    CHANNEL,
                    SURVEY_KEY));

    private static final ImportTarget TICKETS = ImportTarget.of(
            "tickets",
            PersonRule.POSSIBLE,
            Optional.of("created"),
            List.of(List.of(ImportTarget.KEY)),
            KeyRepeat.LAST,
            TicketRule::apply,
            List.of(
                    KEY.like(
                            "ticket",
                            "ticket id",
                            "number",
                            "ticket number",
                            "incident",
                            "case id",
                            "case number",
                            "id",
                            "conversation id",
                            "ticket no",
                            "ticket nr",
                            "ticket key",
                            "ticket ref",
                            "ticket reference",
                            "case",
                            "case no",
                            "case key",
                            "issue key",
                            "issue id",
                            "incident number",
                            "incident id",
                            "request id",
                            "request number"),
                    CUSTOMER,
                    EMAIL,
                    CHANNEL.like("source", "ticket source", "case origin", "origin"),
                    moment("created")
                            .need()
                            .like(
                                    "created at",
                                    "opened at",
                                    "opened",
                                    "created date",
                                    "open date",
                                    "created time",
                                    "creation date",
                                    "creation time",
                                    "created on",
                                    "date created",
                                    "date opened",
                                    "opened on",
                                    "open time",
                                    "conversation started at",
                                    "started at",
                                    "conversation created at",
                                    "submitted at",
                                    "reported at",
                                    "sys created on",
                                    "date"),
                    moment("first_response")
                            .like(
                                    "first response at",
                                    "first reply at",
                                    "first responded at",
                                    "first replied at",
                                    "responded at",
                                    "first reply",
                                    "initial response time",
                                    "initial response at",
                                    "first response time",
                                    "first reply time",
                                    "first response date",
                                    "first reply date",
                                    "first agent reply at",
                                    "first agent response at"),
                    moment("resolved")
                            .like(
                                    "resolved at",
                                    "solved at",
                                    "resolved time",
                                    "solved time",
                                    "resolved on",
                                    "solved on",
                                    "resolution date",
                                    "resolved date",
                                    "solved date",
                                    "date resolved",
                                    "date solved",
                                    "solved",
                                    "completed at",
                                    "closed at",
                                    "closed time",
                                    "closed on",
                                    "closed date",
                                    "close date",
                                    "date closed",
                                    "closed",
                                    "resolution time"),
                    text("answered_by", 200)
                            .like(
                                    "first response by",
                                    "first reply by",
                                    "first responder",
                                    "first responded by",
                                    "first response from",
                                    "first reply from",
                                    "first response author",
                                    "first reply author",
                                    "first response author type",
                                    "first reply author type",
                                    "first responder type",
                                    "first response type",
                                    "first reply type",
                                    "first answered by",
                                    "responded by",
                                    "replied by",
                                    "first response agent",
                                    "first reply agent"),
                    TicketStates.field(),
                    text("first_response_after", 100),
                    unit("first_response_unit"),
                    text("resolved_after", 100),
                    unit("resolved_unit"),
                    whole("reopened", 0, 1_000_000)
                            .like("reopen count", "reopens", "reopened count", "reopenings", "times reopened"),
                    truth("first_response_known").worked(),
                    truth("resolution_known").worked(),
                    text("issue_type", 300)
                            .like("issue type", "ticket type", "type", "category", "issue", "topic", "reason"),
                    text("priority", 100).like("urgency", "severity"),
                    text("subject", 1_000).like("title", "summary", "short description"),
                    text("assignee", 300)
                            .like("assigned to", "agent", "owner", "assignee name", "teammate currently assigned")));

    private static final ImportTarget ORDERS = ImportTarget.of(
            "orders",
            PersonRule.NEEDED,
            Optional.of("at"),
            List.of(List.of(ImportTarget.KEY)),
            KeyRepeat.EACH,
            RowRules::order,
            MoneyFields.ORDERS);

    private static final ImportTarget SUBSCRIPTIONS = ImportTarget.of(
            "subscriptions",
            PersonRule.NEEDED,
            Optional.of("started"),
            List.of(List.of(ImportTarget.KEY), List.of(ImportTarget.PERSON, "plan", "started")),
            KeyRepeat.LAST,
            RowRules::subscription,
            MoneyFields.SUBSCRIPTIONS);

    private static final ImportTarget CAMPAIGN_DAYS = ImportTarget.of(
            "campaign-days",
            PersonRule.NONE,
            Optional.empty(),
            List.of(List.of(ImportTarget.KEY), List.of("campaign", "variant", ImportTarget.CHANNEL, "day")),
            KeyRepeat.SUM,
            RowRules::campaignDay,
            List.of(
                    KEY.like("row id"),
                    text("campaign", 300).need().like("campaign name"),
                    text("variant", 200).like("ad", "ad group", "version"),
                    CHANNEL.like("network", "platform"),
                    day("day")
                            .need()
                            .like(
                                    "date",
                                    "reporting day",
                                    "report date",
                                    "start date",
                                    "reporting starts",
                                    "reporting start"),
                    decimal("spend")
                            .between(0, 99_999_999_999L)
                            .like(
                                    "cost",
                                    "amount spent",
                                    "amount spent (eur)",
                                    "amount spent (usd)",
                                    "amount spent (gbp)",
                                    "costs",
                                    "total spent"),
                    MoneyFields.CURRENCY,
                    MoneyFields.ORIGINAL,
                    MoneyFields.RATE,
                    whole("impressions", 0, COUNT).like("impr.", "views", "reach"),
                    whole("clicks", 0, COUNT).like("link clicks"),
                    whole("delivered", 0, COUNT).like("deliveries", "sent"),
                    whole("conversions", 0, COUNT).like("results", "purchases", "goal completions"),
                    whole("followers", 0, COUNT).like("subscribers", "fans")));

    private static final ImportTarget POSTS = ImportTarget.of(
            "posts",
            PersonRule.NONE,
            Optional.empty(),
            List.of(List.of(ImportTarget.KEY)),
            KeyRepeat.LAST,
            RowRules::post,
            List.of(
                    KEY.like("post id", "tweet id", "id", "permalink"),
                    text("network", 100).need().like("platform", "social network"),
                    CHANNEL,
                    AT.need().like("published at", "posted at", "publish time"),
                    text("text", 20_000).like("content", "caption", "message", "post"),
                    whole("impressions", 0, COUNT).like("views", "reach"),
                    whole("likes", 0, COUNT).like("reactions", "favorites"),
                    whole("shares", 0, COUNT).like("retweets", "reposts"),
                    whole("comments", 0, COUNT).like("replies"),
                    whole("saves", 0, COUNT).like("bookmarks")));

    private static final ImportTarget MENTIONS = ImportTarget.of(
            "mentions",
            PersonRule.POSSIBLE,
            Optional.of("at"),
            List.of(List.of(ImportTarget.KEY)),
            KeyRepeat.LAST,
            RowRule.NOTHING,
            List.of(
                    KEY.like("mention id", "tweet id", "id"),
                    CUSTOMER,
                    EMAIL,
                    CHANNEL,
                    text("network", 100).need().like("platform", "social network", "source"),
                    text("brand", 200).like("airline", "company", "product"),
                    text("topic", 300).like("theme", "category", "negative reason"),
                    AT.need().like("posted at", "tweet created", "published at"),
                    text("text", 20_000).like("content", "message", "tweet"),
                    sentiment().like("airline sentiment"),
                    truth("frustrated").like("frustration"),
                    truth("technical"),
                    truth("article_helps").like("help article"),
                    truth("needs_reply").like("reply needed"),
                    text("labelled_by", 100).like("labelled by", "labeled by", "label source")));

    private static FactField unit(String key) {
        return choice(key, "seconds", "s|sec|secs", "minutes", "m|min|mins", "hours", "h|hr|hrs|hour", "days", "d|day");
    }

    private static FactField sentiment() {
        return choice("sentiment", "-1", "negative|neg|bad", "0", "neutral|neu|mixed", "1", "positive|pos|good");
    }

    private static final List<ImportTarget> ALL = List.of(
            PEOPLE, EVENTS, RESPONSES, INVITATIONS, TICKETS, ORDERS, SUBSCRIPTIONS, CAMPAIGN_DAYS, POSTS, MENTIONS);

    public static List<ImportTarget> all() {
        return ALL;
    }

    public static Optional<ImportTarget> named(String key) {
        return ALL.stream().filter(target -> target.key().equals(key)).findFirst();
    }
}
