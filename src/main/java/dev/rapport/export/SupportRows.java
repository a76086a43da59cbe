package dev.rapport.export;

import dev.rapport.slice.Part;
import dev.rapport.slice.Slice;
import java.time.LocalDate;

/** Tickets. */
final class SupportRows {
    private static final String SELECT = """
            select fact.created_at, fact.key, coalesce(person.external_id, 'visitor ' || visitor.person_id) as person,
                   channel.name as channel, fact.issue_type, fact.priority, fact.subject, fact.assignee,
                   fact.first_response_at, fact.resolved_at, fact.reopened
            from ticket as fact
            join channel on channel.id = fact.channel_id
            left join visitor on visitor.id = fact.visitor_id
            left join person on person.id = visitor.person_id
            """;

    private static final RowColumn[] COLUMNS = {
        RowColumn.CREATED_AT,
        RowColumn.KEY,
        RowColumn.PERSON,
        RowColumn.CHANNEL,
        RowColumn.ISSUE_TYPE,
        RowColumn.PRIORITY,
        RowColumn.SUBJECT,
        RowColumn.ASSIGNEE,
        RowColumn.FIRST_RESPONSE_AT,
        RowColumn.RESOLVED_AT,
        RowColumn.REOPENED
    };

    private SupportRows() {}

    /** @param moment the column by which a ticket belongs to the period: created_at or resolved_at */
    static RowQuery tickets(Slice slice, String moment) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add(SELECT);
        RowCondition condition = new RowCondition(slice);
        condition.add(query, "fact." + moment, "visitor.person_id");
        condition.part(query, Part.ISSUE_TYPE, "fact.issue_type");
        query.add("and fact.current");
        return query.done(moment + " desc, key", COLUMNS);
    }

    /** Those that are open at the end of the period, or now. */
    static RowQuery open(Slice slice, LocalDate today) {
        RowQuery.Builder query = new RowQuery.Builder();
        RowCondition condition = new RowCondition(slice);
        LocalDate last = slice.period().lastDay();
        query.add(SELECT + """
                cross join (select least(?::timestamptz, now()) as at, ?::date as day) as counted
                where fact.current and fact.created_at < counted.at
                  and (fact.resolved_at is null or fact.resolved_at >= counted.at)
                """, condition.end(), last.isAfter(today) ? today : last);
        condition.channels(query);
        condition.segments(query, "counted.day", "visitor.person_id", false);
        condition.part(query, Part.ISSUE_TYPE, "fact.issue_type");
        return query.done("created_at desc, key", COLUMNS);
    }

    static RowQuery reopened(Slice slice) {
        RowQuery all = tickets(slice, "created_at");
        return new RowQuery(all.columns(), all.sql() + "and fact.reopened > 0", all.values(), all.order());
    }
}
