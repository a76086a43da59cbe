package dev.rapport.revenue;

import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.db.SqlBuilder;
import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/** Reads which channel won whom as a customer, whenever that was: the first paid subscription's, or the first order's. */
final class WinningChannels {
    private static final String BY_SUBSCRIPTION = "with none as (select)" + CustomerQueries.SUBSCRIPTIONS + """
            select channel.key, span.person_id from span join channel on channel.id = span.channel_id where span.is_first
            """;

    private static final String BY_ORDER = """
            select channel.key, first.person_id from person_first as first join channel on channel.id = first.channel_id
            where first.kind = 2
            """;

    private WinningChannels() {}

    /** By key of the channel. */
    static Map<String, RoaringBitmap> read(ReadTransaction readTransaction) {
        boolean bySubscription =
                CustomerRule.of(readTransaction.handle(), false).bySubscription();
        Map<String, RoaringBitmap> won = new HashMap<>();
        new SqlBuilder()
                .add(bySubscription ? BY_SUBSCRIPTION : BY_ORDER)
                .read(
                        readTransaction.handle(),
                        row -> won.computeIfAbsent(row.getString(1), channel -> new RoaringBitmap())
                                .add(row.getInt(2)));
        return won;
    }
}
