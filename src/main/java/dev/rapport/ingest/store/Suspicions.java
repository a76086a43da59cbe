package dev.rapport.ingest.store;

import dev.rapport.fact.FactType;
import dev.rapport.fact.WholeFileRule;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Checks the staged rows for what a file should not hold, though each of its rows can be stored. */
final class Suspicions {
    /** Below so many rows one may well be the sum of the others. */
    private static final int FEWEST = 4;

    private Suspicions() {}

    static String key(Handle handle) {
        return text(handle, "select key from import_stage limit 1").orElse("");
    }

    /** Orders of this source that are known with other lines; without a key both would count. */
    static long changedOrders(Handle handle, FactType target) {
        if (target.wholeFileRule() != WholeFileRule.ORDER_LINE || Winners.isKeyed(handle)) {
            return 0;
        }
        return handle.select("""
                select count(distinct w.f_order) from import_news n join import_winner w on w.row = n.row, import_scope
                where exists (select from order_line o where o.order_key = w.f_order || suffix and o.current)
                """).mapTo(long.class).one();
    }

    /** In how many different words reasons are given. */
    static long reasons(Handle handle, FactType target) {
        return target.has("reason")
                ? handle.select("select count(distinct lower(f_reason)) from import_stage")
                        .mapTo(long.class)
                        .one()
                : 0;
    }

    /** A first or last row whose figure is that of all others together. */
    static Optional<String> total(Handle handle, FactType target) {
        String figure =
                target.has("spend") ? "f_spend" : target.wholeFileRule() == WholeFileRule.ORDER_LINE ? "f_amount" : "";
        if (figure.isEmpty()) {
            return Optional.empty();
        }
        return text(handle, """
                with figures as (
                    select sum(%1$s) as whole, count(*) as rows, min(row) as first, max(row) as last from import_stage
                )
                select line || ': ' || trim_scale(%1$s) from import_stage, figures
                where row in (first, last) and rows >= %2$d and %1$s > 0 and 2 * %1$s = whole limit 1
                """.formatted(figure, FEWEST));
    }

    private static Optional<String> text(Handle handle, String sql) {
        return handle.select(sql).mapTo(String.class).findOne();
    }
}
