package dev.rapport.revenue;

import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.db.ReportingTime;
import dev.rapport.db.VersionedCache;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads who bought which products in a slice; cancelled lines, and those without a product, are none. */
@ApplicationScoped
public class BoughtTogetherReader {
    private static final int KEPT = 8;

    private static final String LINES = """
            , fact as (
                select 1 as bucket, order_line.channel_id, visitor.person_id, order_line.product,
                       """ + ReportingTime.day("order_line.at") + """
                       as day
                from bucket
                join order_line on order_line.at >= bucket.from_at and order_line.at < bucket.to_at
                join visitor on visitor.id = order_line.visitor_id
                where order_line.current and order_line.cancelled_at is null and order_line.product <> ''
            """;

    private final VersionedCache<String, BoughtTogether> kept = VersionedCache.ofFew(KEPT);

    public BoughtTogether read(ReadTransaction readTransaction, Slice slice) {
        return readTransaction.kept(
                kept,
                slice.period() + " " + slice.channels() + " " + slice.segments().values() + " " + slice.zone(),
                () -> readNow(readTransaction, slice));
    }

    private static BoughtTogether readNow(ReadTransaction readTransaction, Slice slice) {
        List<Map.Entry<String, Integer>> purchases = new ArrayList<>();
        new SliceSql(slice, slice.period(), Grouping.TOTAL)
                .add(LINES)
                .andChannel("order_line.channel_id")
                .add(")\n")
                .select("fact.product, fact.person_id")
                .add(" group by 1, 2, 3, 4, 5, 6")
                .run(
                        readTransaction.handle(),
                        (key, row) -> purchases.add(Map.entry(row.getString("product"), row.getInt("person_id"))));
        return BoughtTogether.of(purchases.stream());
    }
}
