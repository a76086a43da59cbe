package dev.rapport.revenue;

import dev.rapport.cube.read.SliceFilter;
import dev.rapport.query.RowColumn;
import dev.rapport.query.RowQuery;
import dev.rapport.query.RowRequest;
import dev.rapport.query.RowSource;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Selects orders, and what was given back. */
@Singleton
final class RevenueRows implements RowSource {
    /** Metrics narrowed to a product or category ask for what was spent on that. */
    static final String NAMED = "named";

    private static final String ORDERS =
            "select order_key, person_id, channel_id, at, amount, false as refund from purchase";

    private static final String NAMED_ORDERS = """
            select order_key, person_id, channel_id, at, bought.amount, false as refund
            from purchase join lateral (
                select sum(spent) as amount from ordered_line as line where line.order_key = purchase.order_key
            """;

    private static final String REFUNDS =
            "union all select order_key, person_id, channel_id, at, -amount, true from refund as line where true";

    @Override
    public Set<String> facts() {
        return Set.of("order");
    }

    @Override
    public Optional<RowQuery> query(RowRequest asked) {
        return Optional.of(
                rows(asked.slice(), asked.isOnly(NAMED), asked.rows().beside().isPresent()));
    }

    /** An order is its lines that are not cancelled; what was given back is an amount below zero, without lines. */
    private static RowQuery rows(Slice slice, boolean named, boolean withRefunds) {
        SliceFilter condition = new SliceFilter(slice);
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select fact.at, plain_key(fact.order_key) as key, %s as person, channel.name as channel, fact.amount,
                       (select count(*) from order_line as line where line.order_key = fact.order_key and not fact.refund
                           and line.current and line.cancelled_at is null and not line.refund) as lines,
                       (select min(campaign) from order_line as line where line.order_key = fact.order_key
                           and line.current and line.cancelled_at is null) as campaign
                from (
                """.formatted(RowQuery.PERSON));
        query.add(named ? NAMED_ORDERS : ORDERS);
        if (named) {
            parts(query, condition);
            query.add("having count(*) > 0) as bought on true");
        }
        if (withRefunds) {
            query.add(REFUNDS);
            if (named) {
                parts(query, condition);
            }
        }
        query.add("""
                ) as fact
                join channel on channel.id = fact.channel_id
                left join person on person.id = fact.person_id
                """);
        condition.add(query, "fact.at", "fact.person_id");
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

    private static void parts(RowQuery.Builder query, SliceFilter condition) {
        condition.part(query, Dimension.PRODUCT, "line.product");
        condition.part(query, Dimension.CATEGORY, "line.category");
    }
}
