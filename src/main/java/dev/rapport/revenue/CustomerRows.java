package dev.rapport.revenue;

import dev.rapport.cube.read.SliceFilter;
import dev.rapport.query.RowColumn;
import dev.rapport.query.RowQuery;
import dev.rapport.query.RowRequest;
import dev.rapport.query.RowSource;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Selects who was a customer in the period: one row a person, with whether so at its start and at its end (or now). It
 * goes by the rule that the figure goes by. Segments are those held on the first day, of newcomers on the last, as the
 * figure has them. Of whoever left it says why, and what their tickets and answers said before.
 */
@Singleton
final class CustomerRows implements RowSource {
    /** Those of the part that is looked at. */
    private static final String PART = "part";

    /** What is known of whoever left. */
    private static final String GONE = """
            left join lateral (
                select %s as reason,
                       (select count(*) from ticket join visitor on visitor.id = ticket.visitor_id
                        where ticket.current and visitor.person_id = theirs.person_id
                          and ticket.created_at >= theirs.ended_at - interval '90 days'
                          and ticket.created_at < theirs.ended_at) as tickets_before,
                       (select answer.kind || ' ' || answer.score
                        from survey_answer as answer
                        where answer.person_id = theirs.person_id and answer.at < theirs.ended_at
                          and answer.score is not null
                        order by answer.at desc, answer.kind, answer.score limit 1) as answer_before
            ) as gone on theirs.at_start and not theirs.at_end
            """.formatted(SaidReasons.sql("theirs.person_id", "theirs.ended_at"));

    @Override
    public Set<String> facts() {
        return Set.of("customer");
    }

    @Override
    public Optional<RowQuery> query(RowRequest asked) {
        CustomerRule rule = CustomerRule.of(asked.handle(), asked.rows().by().equals("subscription"));
        boolean part = asked.rows().only().equals(PART);
        RowQuery all = customers(rule, asked.slice(), part);
        return Optional.of(
                !part && asked.isOnly("new")
                        ? new RowQuery(
                                all.columns(),
                                "select * from (" + all.sql() + ") as all_customers where is_new",
                                all.values(),
                                all.order())
                        : all);
    }

    private static RowQuery customers(CustomerRule rule, Slice slice, boolean part) {
        SliceFilter condition = new SliceFilter(slice);
        List<RowColumn> columns = new ArrayList<>(List.of(
                RowColumn.PERSON, RowColumn.STARTED_AT, RowColumn.AT_START, RowColumn.AT_END, RowColumn.IS_NEW));
        columns.addAll(
                rule.bySubscription()
                        ? List.of(RowColumn.PAID_AT_START, RowColumn.PAID_AT_END)
                        : List.of(RowColumn.ORDERS));
        columns.addAll(List.of(RowColumn.REASON, RowColumn.TICKETS_BEFORE, RowColumn.ANSWER_BEFORE));
        RowQuery.Builder people = people(spans(rule, condition), slice, condition);
        if (part) {
            part(people, slice, condition);
        }
        return people.done("started_at desc, person", columns.toArray(RowColumn[]::new));
    }

    private static void part(RowQuery.Builder people, Slice slice, SliceFilter condition) {
        if (slice.option(Dimension.REASON.option()).isPresent()) {
            people.add("and theirs.at_start and not theirs.at_end");
        }
        condition.part(people, Dimension.REASON, "gone.reason");
        condition.part(people, Dimension.RELATION_AGE, "theirs.age");
    }

    /** Those whose times as customers touch the period, person by person. */
    private static RowQuery.Builder spans(CustomerRule rule, SliceFilter condition) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add(
                "with bucket (from_at, to_at) as (select ?::timestamptz, least(?::timestamptz, now()))\n",
                condition.start(),
                condition.end());
        rule.addSpans(query);
        String started = rule.bySubscription()
                ? "min(fact.started_at)"
                : "(select first.at from person_first as first where first.kind = 2 and first.person_id = fact.person_id)";
        String measured = rule.bySubscription() ? """
                coalesce(sum(fact.amount) filter (where fact.at_start), 0) as paid_at_start,
                coalesce(sum(fact.amount) filter (where fact.at_end), 0) as paid_at_end
                """ : """
                (select count(*) from purchase where purchase.person_id = fact.person_id
                    and purchase.refunded < purchase.amount and purchase.at >= min(fact.from_at)
                    and purchase.at < min(fact.to_at)) as orders
                """;
        query.add("""
                select coalesce(person.external_id, 'visitor ' || fact.person_id) as person, theirs.started_at, theirs.at_start,
                       theirs.at_end, theirs.is_new, %s, gone.reason, gone.tickets_before, gone.answer_before
                from (
                    select fact.person_id, max(fact.ended_at) as ended_at,
                           case when bool_or(fact.at_start) then %s else '%s' end as age, %s as started_at, bool_or(fact.at_start) as at_start,
                           bool_or(fact.at_end) as at_end,
                           bool_or(fact.is_first and fact.started_at >= fact.from_at) as is_new, %s
                    from (select span.*, bucket.from_at, bucket.to_at,
                                 span.started_at < from_at and coalesce(span.ended_at, 'infinity') >= from_at as at_start,
                                 span.started_at < to_at and coalesce(span.ended_at, 'infinity') >= to_at as at_end
                          from span cross join bucket) as fact
                    where fact.started_at < fact.to_at and coalesce(fact.ended_at, 'infinity') >= fact.from_at
                """.formatted(
                        rule.bySubscription() ? "theirs.paid_at_start, theirs.paid_at_end" : "theirs.orders",
                        RelationAge.sql("min(fact.since)", "min(fact.from_at)"),
                        RelationAge.DAYS_0.key(),
                        started,
                        measured));
        condition.channels(query);
        return query.add("group by fact.person_id) as theirs\n");
    }

    private static RowQuery.Builder people(RowQuery.Builder query, Slice slice, SliceFilter condition) {
        LocalDate first = slice.period().from();
        LocalDate last = slice.period().lastDay();
        query.add("""
                cross join lateral (select theirs.person_id,
                    case when theirs.at_start then ?::date else ?::date end as day) as fact
                left join person on person.id = fact.person_id
                """ + GONE + """
                where true
                """, first, last);
        condition.segments(query, "fact.day", "fact.person_id");
        return query;
    }
}
