package dev.rapport.support;

import static dev.rapport.fact.FactField.moment;
import static dev.rapport.fact.FactField.text;
import static dev.rapport.fact.FactField.truth;
import static dev.rapport.fact.FactField.whole;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactOutline;
import dev.rapport.fact.FactTable;
import dev.rapport.fact.FactType;
import dev.rapport.fact.HeaderEvidence;
import dev.rapport.fact.MeasureSource;
import dev.rapport.fact.SharedFields;
import dev.rapport.fact.TimelineLine;
import dev.rapport.fact.TimelineLine.Amount;
import dev.rapport.fact.TimelineLine.End;
import dev.rapport.fact.WholeFileRule;
import dev.rapport.metric.Measure;
import dev.rapport.slice.Dimension;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Describes tickets. What their times and states mean together is worked out by the importer. */
public final class TicketFacts extends FactType {
    private static final Pattern NAMES = Pattern.compile("(?i)ticket|incident|\\bcase\\b|conversation|help ?desk");

    private static final FactTable TABLE = FactTable.named("ticket_record")
            .family("support")
            .times("created_at", "resolved_at", "first_response_at")
            .view("ticket")
            .person()
            .channel()
            .column("issue_type")
            .column("priority")
            .column("subject")
            .column("assignee")
            .column("team")
            .column("created_at", "s.f_created")
            .column("first_response_at", "s.f_first_response")
            .column("first_response_known", "coalesce(s.f_first_response_known, true)")
            .column("resolved_at", "s.f_resolved")
            .column("resolution_known", "coalesce(s.f_resolution_known, true)")
            .column("state")
            .column("reopened", "coalesce(s.f_reopened, 0)");

    private static final List<FactField> FIELDS = List.of(
            SharedFields.KEY.like("ticket|ticket id|number|ticket number|incident|case id|case number|id"
                    + "|conversation id|ticket no|ticket nr|ticket key|ticket ref|ticket reference|case"
                    + "|case no|case key|issue key|issue id|incident number|incident id|request id"
                    + "|request number"),
            SharedFields.CUSTOMER,
            SharedFields.EMAIL,
            SharedFields.CHANNEL.like("source|ticket source|case origin|origin"),
            moment("created")
                    .need()
                    .like("created at|opened at|opened|created date|open date|created time|creation date"
                            + "|creation time|created on|date created|date opened|opened on|open time"
                            + "|conversation started at|started at|conversation created at|submitted at|reported at"
                            + "|sys created on|date"),
            moment("first_response")
                    .like("first response at|first reply at|first responded at|first replied at|responded at"
                            + "|first reply|initial response time|initial response at|first response time"
                            + "|first reply time|first response date|first reply date|first agent reply at"
                            + "|first agent response at"),
            moment("resolved")
                    .like("resolved at|solved at|resolved time|solved time|resolved on|solved on"
                            + "|resolution date|resolved date|solved date|date resolved|date solved|solved"
                            + "|completed at|closed at|closed time|closed on|closed date|close date|date closed"
                            + "|closed|resolution time"),
            text("answered_by", 200)
                    .like("first response by|first reply by|first responder|first responded by"
                            + "|first response from|first reply from|first response author|first reply author"
                            + "|first response author type|first reply author type|first responder type"
                            + "|first response type|first reply type|first answered by|responded by|replied by"
                            + "|first response agent|first reply agent"),
            HelpdeskStates.FIELD,
            text("first_response_after", 100),
            SharedFields.unit("first_response_unit"),
            text("resolved_after", 100),
            SharedFields.unit("resolved_unit"),
            whole("reopened", 0, 1_000_000).like("reopen count|reopens|reopened count|reopenings|times reopened"),
            truth("first_response_known"),
            truth("resolution_known"),
            text("issue_type", 300)
                    .names(Dimension.ISSUE_TYPE)
                    .like("issue type|ticket type|type|category|issue|topic|reason"),
            text("priority", 100).names(Dimension.PRIORITY).like("urgency", "severity"),
            text("subject", 1_000).like("title", "summary", "short description"),
            text("assignee", 300)
                    .names(Dimension.AGENT)
                    .like("assigned to|agent|owner|assignee name|teammate currently assigned"),
            text("team", 300)
                    .names(Dimension.TEAM)
                    .like(
                            "group|assignee group|assigned group|assignment group|group name|agent group|support group|queue"
                                    + "|department|team assigned|team currently assigned"));

    private static final String TICKETS = """
            select 0 as item, ticket.%1$s as at, ticket.channel_id, visitor.person_id, ticket.reopened, ticket.resolved,
                   ticket.resolved_at, ticket.issue_type, ticket.assignee, ticket.team, ticket.priority
            from span
            join ticket on ticket.current and ticket.%1$s >= span.from_at and ticket.%1$s < span.to_at
            left join visitor on visitor.id = ticket.visitor_id
            """;

    /** Created, reopened and whether they are resolved by now, with a known date or not, on the day they were created. */
    private static final MeasureSource BY_CREATION = MeasureSource.of(
                    TICKETS.formatted("created_at"), Measure.TICKETS_CREATED, "1")
            .and(Measure.TICKETS_REOPENED, "(reopened > 0)::int")
            .and(Measure.TICKETS_SETTLED, "resolved::int")
            .and(Measure.TICKETS_SETTLED_UNDATED, "(resolved and resolved_at is null)::int");

    private static final MeasureSource BY_RESOLUTION =
            MeasureSource.of(TICKETS.formatted("resolved_at"), Measure.TICKETS_RESOLVED, "1");

    private static final MeasureSource BY_FIRST_RESPONSE = MeasureSource.of(
            TICKETS.formatted("first_response_at") + "where ticket.first_response_known\n",
            Measure.TICKETS_ANSWERED,
            "1");

    private static final List<MeasureSource> MEASURES = Stream.of(BY_CREATION, BY_RESOLUTION, BY_FIRST_RESPONSE)
            .map(TicketFacts::apart)
            .toList();

    private static MeasureSource apart(MeasureSource tickets) {
        MeasureSource apart = tickets;
        for (Map.Entry<Dimension, String> part :
                TicketParts.texts("fact", "fact.at").entrySet()) {
            apart = apart.apart(part.getKey(), part.getValue());
        }
        return apart;
    }

    private static final TimelineLine TIMELINE = new TimelineLine("ticket", Amount.NONE, End.RESOLVED, """
            select created_at, id, channel_id, subject, null::numeric, issue_type, resolved_at
            from ticket where current and visitor_id in (select id from visitor where person_id = ?)
            """);

    public TicketFacts() {
        super(FactOutline.of("tickets", FIELDS)
                .table(TABLE)
                .at("created")
                .varied()
                .wholeFileRule(WholeFileRule.TICKET_TIMES)
                .telling(
                        "first_response",
                        "first_response_after",
                        "resolved",
                        "resolved_after",
                        "reopened",
                        "priority",
                        "subject",
                        "assignee")
                .measures(MEASURES)
                .timeline(TIMELINE)
                .comesHome("""
                        created_at>created key person>customer channel issue_type priority subject assignee
                        first_response_at>first_response resolved_at>resolved reopened state first_response_known
                        resolution_known team
                        """)
                .figures("ticket_volume", "first_response_time", "resolution_time"));
    }

    @Override
    public int evidence(HeaderEvidence file) {
        boolean numbered =
                file.columns(KEY).stream().anyMatch(name -> NAMES.matcher(name).find());
        boolean started = file.has("created");
        // a number, a subject, when it began and by which way: what a desk's list has at the least
        boolean listed = started && !file.columns(KEY).isEmpty() && file.has("subject") && file.has(CHANNEL);
        return numbered || started && file.has("state") && file.names(NAMES)
                ? HeaderEvidence.STRONG
                : listed ? HeaderEvidence.WEAK : 0;
    }
}
