package dev.rapport.dashboard;

import dev.rapport.slice.Slice;
import java.time.LocalDate;

/**
 * Who was a customer in the period, by the rule that the figure goes by: one row a person, with whether so at its start and
 * at its end (or now). Segments are those held on the first day, of newcomers on the last, as the figure has them.
 */
final class CustomerRows {
    private static final int HOURS = 24;

    private CustomerRows() {}

    static RowQuery subscribers(Slice slice) {
        RowCondition condition = new RowCondition(slice);
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select coalesce(person.external_id, 'visitor ' || fact.person_id) as person, theirs.started_at,
                       theirs.at_start, theirs.at_end, theirs.is_new, theirs.paid_at_start, theirs.paid_at_end
                from (
                    select fact.person_id, min(fact.started_at) as started_at,
                           coalesce(bool_or(fact.started_at < fact.from_at and fact.lasts_to >= fact.from_at), false) as at_start,
                           coalesce(bool_or(fact.started_at < fact.end_at and fact.lasts_to >= fact.end_at), false) as at_end,
                           bool_or(fact.started_at >= fact.from_at and fact.started_at = (
                               select min(other.started_at) from paying_subscription as other
                               join visitor as same on same.id = other.visitor_id
                               where same.person_id = fact.person_id)) as is_new,
                           coalesce(sum(fact.amount) filter (
                               where fact.started_at < fact.from_at and fact.lasts_to >= fact.from_at), 0) as paid_at_start,
                           coalesce(sum(fact.amount) filter (
                               where fact.started_at < fact.end_at and fact.lasts_to >= fact.end_at), 0) as paid_at_end
                    from (select paying.*, visitor.person_id, coalesce(ended_at, 'infinity') as lasts_to,
                                 ?::timestamptz as from_at, least(?::timestamptz, now()) as end_at
                          from paying_subscription as paying join visitor on visitor.id = paying.visitor_id) as fact
                    where fact.started_at < fact.end_at and fact.lasts_to >= fact.from_at
                """, condition.start(), condition.end());
        condition.channels(query);
        query.add("group by fact.person_id) as theirs");
        return people(query, slice, condition)
                .done(
                        "started_at desc, person",
                        RowColumn.PERSON,
                        RowColumn.STARTED_AT,
                        RowColumn.AT_START,
                        RowColumn.AT_END,
                        RowColumn.IS_NEW,
                        RowColumn.PAID_AT_START,
                        RowColumn.PAID_AT_END);
    }

    /** The channel is that of the first order ever. */
    static RowQuery buyers(Slice slice, int churnWindowDays) {
        RowCondition condition = new RowCondition(slice);
        RowQuery.Builder query = new RowQuery.Builder();
        int hours = churnWindowDays * HOURS;
        query.add("""
                select coalesce(person.external_id, 'visitor ' || fact.person_id) as person, theirs.started_at,
                       theirs.at_start, theirs.at_end, theirs.is_new, theirs.orders
                from (
                    select fact.person_id, begun.at as started_at,
                           bool_or(fact.at < fact.from_at and fact.at + fact.lasts >= fact.from_at) as at_start,
                           bool_or(fact.at + fact.lasts >= fact.end_at) as at_end,
                           begun.at >= min(fact.from_at) as is_new,
                           count(*) filter (where fact.at >= fact.from_at) as orders
                    from (select purchase.person_id, purchase.at, make_interval(hours => ?) as lasts,
                                 ?::timestamptz as from_at, least(?::timestamptz, now()) as end_at
                          from purchase
                          where purchase.refunded < purchase.amount
                            and purchase.at >= ?::timestamptz - make_interval(hours => ?)) as fact
                    join (select * from person_first as fact where fact.kind = 2
                """, hours, condition.start(), condition.end(), condition.start(), hours);
        condition.channels(query);
        query.add("""
                    ) as begun on begun.person_id = fact.person_id
                    where fact.at < fact.end_at
                    group by fact.person_id, begun.at) as theirs
                """);
        return people(query, slice, condition)
                .done(
                        "started_at desc, person",
                        RowColumn.PERSON,
                        RowColumn.STARTED_AT,
                        RowColumn.AT_START,
                        RowColumn.AT_END,
                        RowColumn.IS_NEW,
                        RowColumn.ORDERS);
    }

    private static RowQuery.Builder people(RowQuery.Builder query, Slice slice, RowCondition condition) {
        LocalDate first = slice.period().from();
        LocalDate last = slice.period().lastDay();
        query.add("""
                cross join lateral (select theirs.person_id,
                    case when theirs.at_start then ?::date else ?::date end as day) as fact
                left join person on person.id = fact.person_id
                where true
                """, first, last);
        condition.segments(query, "fact.day", "fact.person_id");
        return query;
    }
}
