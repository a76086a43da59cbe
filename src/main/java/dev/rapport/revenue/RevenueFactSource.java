package dev.rapport.revenue;

import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.build.RebuildPhase;
import dev.rapport.db.SqlFile;
import dev.rapport.fact.MeasureSource;
import dev.rapport.metric.Measure;
import dev.rapport.slice.Dimension;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Defines what orders and refunds add to the measures; money in millionths. Orders add on the day, to the channel and
 * the person of their first line, and what is given back takes away on its own day.
 */
@Singleton
public class RevenueFactSource implements FactSource {
    private static final String ORDERS = """
            select 0 as item, purchase.at, purchase.channel_id, purchase.person_id, 1 as orders, purchase.amount
            from span join purchase on purchase.at >= span.from_at and purchase.at < span.to_at
            union all
            select 0, refund.at, refund.channel_id, refund.person_id, 0, -refund.amount
            from span join refund on refund.at >= span.from_at and refund.at < span.to_at
            """;

    // By day, as there is an index of it; two days more at either end, whatever the zones.
    private static final String FIRSTS = """
            select 0 as item, first.at, first.channel_id, first.person_id
            from span, person_first as first
            where first.kind = 2 and first.at >= span.from_at and first.at < span.to_at
              and first.day between span.from_at::date - 2 and span.to_at::date + 2
            """;

    private static final String PARTS = SqlFile.of("revenue/order_parts");

    private static final List<MeasureSource> MEASURES = List.of(
            MeasureSource.of(ORDERS, Measure.ORDERS, "orders").and(Measure.REVENUE, "amount * 1000000"),
            MeasureSource.ofFirsts(FIRSTS, Measure.FIRST_ORDERS, "1"));

    /** By product, by category, or by both at once: an order that holds two of them is one of each, and one of all. */
    private static final List<MeasureSource> BY_PRODUCT =
            List.of(parts(Dimension.PRODUCT), parts(Dimension.CATEGORY), parts(Dimension.PRODUCT, Dimension.CATEGORY));

    private static MeasureSource parts(Dimension... dimensions) {
        String columns = Stream.of(dimensions).map(Dimension::key).collect(Collectors.joining(", "));
        MeasureSource orders = MeasureSource.of(PARTS.formatted(columns), Measure.ORDERS, "orders")
                .and(Measure.REVENUE, "amount * 1000000");
        for (Dimension dimension : dimensions) {
            orders = orders.apart(dimension, dimension.key());
        }
        return orders;
    }

    @Override
    public String family() {
        return "revenue";
    }

    @Override
    public RebuildPhase rebuildPhase() {
        return RebuildPhase.CUSTOMERS;
    }

    @Override
    public List<MeasureSource> measureSources() {
        return MEASURES;
    }

    @Override
    public List<MeasureSource> apart() {
        return BY_PRODUCT;
    }
}
