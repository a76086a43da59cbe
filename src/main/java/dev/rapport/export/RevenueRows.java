package dev.rapport.export;

import dev.rapport.slice.Slice;

/** Orders and subscriptions. */
final class RevenueRows {
    private static final String PERSON = "coalesce(person.external_id, 'visitor ' || fact.person_id)";

    private RevenueRows() {}

    /** An order is its lines that are not cancelled. */
    static RowQuery orders(Slice slice) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select fact.at, fact.order_key as key, %s as person, channel.name as channel, fact.amount,
                       (select count(*) from order_line as line where line.order_key = fact.order_key
                           and line.current and line.cancelled_at is null) as lines,
                       (select min(campaign) from order_line as line where line.order_key = fact.order_key
                           and line.current and line.cancelled_at is null) as campaign
                from purchase as fact
                join channel on channel.id = fact.channel_id
                left join person on person.id = fact.person_id
                """.formatted(PERSON));
        new RowCondition(slice).add(query, "fact.at", "fact.person_id");
        return query.done(
                "at desc, key",
                RowColumn.AT,
                RowColumn.KEY,
                RowColumn.PERSON,
                RowColumn.CHANNEL,
                RowColumn.AMOUNT,
                RowColumn.LINES,
                RowColumn.CAMPAIGN);
    }

    /** Running in the period; the day on which segments are looked up is its first, or the day they started later. */
    static RowQuery subscriptions(Slice slice) {
        RowCondition condition = new RowCondition(slice);
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select fact.started_at, fact.ended_at, fact.key,
                       coalesce(person.external_id, 'visitor ' || visitor.person_id) as person, channel.name as channel,
                       fact.plan, fact.amount, fact.started_at < ? as at_start,
                       fact.ended_at is null or fact.ended_at >= ? as at_end
                from subscription as fact
                join channel on channel.id = fact.channel_id
                join visitor on visitor.id = fact.visitor_id
                left join person on person.id = visitor.person_id
                where fact.current and fact.started_at < ? and (fact.ended_at is null or fact.ended_at >= ?)
                """, condition.start(), condition.end(), condition.end(), condition.start());
        condition.channels(query);
        condition.segments(
                query,
                "(greatest(fact.started_at, '%s') at time zone '%s')::date"
                        .formatted(condition.start(), condition.zone().getId()),
                "visitor.person_id",
                false);
        return query.done(
                "started_at desc, key",
                RowColumn.STARTED_AT,
                RowColumn.ENDED_AT,
                RowColumn.KEY,
                RowColumn.PERSON,
                RowColumn.CHANNEL,
                RowColumn.PLAN,
                RowColumn.AMOUNT,
                RowColumn.AT_START,
                RowColumn.AT_END);
    }
}
