package dev.rapport.channel;

import dev.rapport.db.SqlBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/** Reads channels and rules in whoever's transaction it is. */
final class ChannelQueries {
    private ChannelQueries() {}

    static ChannelClassifier classifier(Handle handle) {
        Map<String, Short> ids = new HashMap<>();
        new SqlBuilder()
                .add("select key, id from channel")
                .read(handle, row -> ids.put(row.getString(1), row.getShort(2)));
        return new ChannelClassifier(rules(handle), fallback(ids));
    }

    static ChannelClassifier.Fallback fallback(Map<String, Short> ids) {
        return new ChannelClassifier.Fallback(seeded(ids, "direct"), seeded(ids, "referral"), seeded(ids, "other"));
    }

    private static short seeded(Map<String, Short> ids, String key) {
        Short id = ids.get(key);
        if (id == null) {
            throw new IllegalStateException("The channel '" + key + "' is missing; migrations make it");
        }
        return id;
    }

    private static List<RuleCondition> rules(Handle handle) {
        return handle.select("""
                        select id, channel_id, utm_sources, utm_mediums, utm_campaigns, referrer_hosts, click_ids, referrer
                        from channel_rule order by position, id
                        """)
                .map((row, context) -> new RuleCondition(
                        row.getInt(1),
                        row.getShort(2),
                        texts(row, 3),
                        texts(row, 4),
                        texts(row, 5),
                        texts(row, 6),
                        texts(row, 7),
                        RuleCondition.Referrer.of(row.getString(8))))
                .list();
    }

    static List<String> texts(ResultSet row, int column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    /** Reads the six columns of an arrival that start at {@code first}. */
    static Arrival arrival(ResultSet row, int first) throws SQLException {
        short given = row.getShort(first);
        return new Arrival(
                row.wasNull() ? null : given,
                row.getString(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                row.getString(first + 5));
    }

    /** The six columns of many arrivals, each as an array. */
    static Object[] arrays(Collection<Arrival> arrivals) {
        return new Object[] {
            array("smallint", arrivals, Arrival::givenChannelId),
            array("text", arrivals, Arrival::utmSource),
            array("text", arrivals, Arrival::utmMedium),
            array("text", arrivals, Arrival::utmCampaign),
            array("text", arrivals, Arrival::referrerHost),
            array("text", arrivals, Arrival::clickId)
        };
    }

    private static Argument array(String type, Collection<Arrival> arrivals, Function<Arrival, @Nullable Object> part) {
        return SqlBuilder.array(type, Arrays.asList(arrivals.stream().map(part).toArray()));
    }
}
