package dev.rapport.support;

import dev.rapport.cube.read.SliceFilter;
import dev.rapport.db.SqlFile;
import dev.rapport.fact.AgentName;
import dev.rapport.metric.ContactRepeatRate;
import dev.rapport.query.RowColumn;
import dev.rapport.query.RowQuery;
import dev.rapport.query.RowRequest;
import dev.rapport.query.RowSource;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Selects tickets. */
@Singleton
final class SupportRows implements RowSource {
    private static final String SELECT = """
            select fact.created_at, plain_key(fact.key) as key, coalesce(person.external_id, 'visitor ' || visitor.person_id) as person,
                   channel.name as channel, fact.issue_type, fact.priority, fact.subject, %s as assignee,
                   fact.first_response_at, fact.resolved_at, fact.reopened,
                   case when fact.resolved then 'resolved' else 'open' end as state, fact.first_response_known,
                   fact.resolution_known, fact.team
            from ticket as fact
            join channel on channel.id = fact.channel_id
            left join visitor on visitor.id = fact.visitor_id
            left join person on person.id = visitor.person_id
            """.formatted(AgentName.shown("fact.assignee"));

    private static final String FIRST_ORDERS = SqlFile.of("support/first_orders");

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
        RowColumn.REOPENED,
        RowColumn.STATE,
        RowColumn.FIRST_RESPONSE_KNOWN,
        RowColumn.RESOLUTION_KNOWN,
        RowColumn.TEAM
    };

    private static final int HOURS = 24;

    private final Clock clock;

    SupportRows(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Set<String> facts() {
        return Set.of("ticket", "contact", "problem");
    }

    @Override
    public Optional<RowQuery> query(RowRequest asked) {
        Slice slice = asked.slice();
        if (asked.rows().fact().equals("contact")) {
            return Optional.of(repeats(slice));
        } else if (asked.rows().fact().equals("problem")) {
            return Optional.of(problems(slice));
        }
        return Optional.of(
                switch (asked.rows().only()) {
                    case "open" -> open(slice, LocalDate.now(clock.withZone(slice.zone())));
                    case "answered" -> tickets(asked, "and fact.first_response_known");
                    case "reopened" -> tickets(asked, "and fact.reopened > 0");
                    case "undated" -> tickets(asked, "and fact.resolved and fact.resolved_at is null");
                    case "" -> tickets(asked, "");
                    default -> throw asked.unknown();
                });
    }

    /** @param only the condition for some of them */
    private static RowQuery tickets(RowRequest asked, String only) {
        String moment = asked.rows().by() + "_at";
        RowQuery.Builder query = new RowQuery.Builder();
        query.add(SELECT);
        SliceFilter condition = new SliceFilter(asked.slice());
        condition.add(query, "fact." + moment, "visitor.person_id");
        TicketParts.narrow(query, condition, "fact." + moment, TicketParts.ALL);
        query.add("and fact.current").add(only);
        return query.done(moment + " desc, key", COLUMNS);
    }

    /** Those that are open at the end of the period, or now. */
    private static RowQuery open(Slice slice, LocalDate today) {
        RowQuery.Builder query = new RowQuery.Builder();
        SliceFilter condition = new SliceFilter(slice);
        LocalDate last = slice.period().lastDay();
        query.add(SELECT + """
                cross join (select least(?::timestamptz, now()) as at, ?::date as day) as counted
                where fact.current and fact.created_at < counted.at
                  and (not fact.resolved or fact.resolved_at >= counted.at)
                """, condition.end(), last.isAfter(today) ? today : last);
        condition.channels(query);
        condition.segments(query, "counted.day", "visitor.person_id");
        TicketParts.narrow(query, condition, "", TicketParts.SAID);
        return query.done("created_at desc, key", COLUMNS);
    }

    /** Customers by their first order, and whether they wrote to support and ordered again. */
    private static RowQuery repeats(Slice slice) {
        int contact = HOURS * ContactRepeatRate.CONTACT_DAYS;
        int repeat = HOURS * ContactRepeatRate.REPEAT_DAYS;
        String group = slice.option(SliceOption.CONTACT).orElse("with");
        RowQuery.Builder query = new RowQuery.Builder();
        query.add(FIRST_ORDERS, group, group, contact, contact, repeat, contact, repeat, repeat);
        new SliceFilter(slice).add(query, "fact.at", "fact.person_id");
        query.add("""
                and fact.at <= now() group by fact.person_id) as first) as ordered
                left join person on person.id = ordered.person_id) as row
                where counts and (? = 'difference' or contacted = (? = 'with'))
                """, group, group);
        return query.done("at desc, person", RowColumn.AT, RowColumn.PERSON, RowColumn.CONTACTED, RowColumn.AGAIN);
    }

    /** Problems by their first contact, with how many there were about it. */
    private RowQuery problems(Slice slice) {
        SliceFilter condition = new SliceFilter(slice);
        RowQuery.Builder query = new RowQuery.Builder();
        query.add(
                "with " + ContactProblems.PROBLEMS,
                ContactProblems.values(condition.start(), clock.instant().atOffset(ZoneOffset.UTC)));
        query.add("""
                select fact.at, %s as person, channel.name as channel, fact.issue_type, fact.contacts, fact.last_at
                from problem as fact
                join channel on channel.id = fact.channel_id
                left join person on person.id = fact.person_id
                """.formatted(RowQuery.PERSON));
        condition.add(query, "fact.at", "fact.person_id");
        condition.part(query, Dimension.ISSUE_TYPE, "fact.issue_type");
        return query.done(
                "at desc, person, issue_type",
                RowColumn.AT,
                RowColumn.PERSON,
                RowColumn.CHANNEL,
                RowColumn.ISSUE_TYPE,
                RowColumn.CONTACTS,
                RowColumn.LAST_AT);
    }
}
