package dev.rapport.channel;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads channels and rules for those who work on a plain connection. */
final class ChannelQueries {
    private ChannelQueries() {}

    static ChannelClassifier classifier(Connection connection) throws SQLException {
        Map<String, Short> ids = new HashMap<>();
        try (var statement = connection.prepareStatement("select key, id from channel");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.put(rows.getString(1), rows.getShort(2));
            }
        }
        return new ChannelClassifier(rules(connection), fallback(ids));
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

    private static List<RuleCondition> rules(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                        select id, channel_id, utm_sources, utm_mediums, utm_campaigns, referrer_hosts, click_ids, referrer
                        from channel_rule order by position, id
                        """);
                ResultSet rows = statement.executeQuery()) {
            List<RuleCondition> rules = new ArrayList<>();
            while (rows.next()) {
                rules.add(new RuleCondition(
                        rows.getInt(1),
                        rows.getShort(2),
                        texts(rows, 3),
                        texts(rows, 4),
                        texts(rows, 5),
                        texts(rows, 6),
                        texts(rows, 7),
                        RuleCondition.Referrer.of(rows.getString(8))));
            }
            return rules;
        }
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

    /** Binds the six columns of an arrival from parameter {@code first} on. */
    static void bind(PreparedStatement statement, int first, Arrival arrival) throws SQLException {
        Short given = arrival.givenChannelId();
        if (given == null) {
            statement.setNull(first, Types.SMALLINT);
        } else {
            statement.setShort(first, given);
        }
        statement.setString(first + 1, arrival.utmSource());
        statement.setString(first + 2, arrival.utmMedium());
        statement.setString(first + 3, arrival.utmCampaign());
        statement.setString(first + 4, arrival.referrerHost());
        statement.setString(first + 5, arrival.clickId());
    }

    /** Binds many arrivals as six arrays. */
    static void bindAll(PreparedStatement statement, Collection<Arrival> arrivals) throws SQLException {
        statement.setArray(1, array(statement, "smallint", arrivals, Arrival::givenChannelId));
        statement.setArray(2, array(statement, "text", arrivals, Arrival::utmSource));
        statement.setArray(3, array(statement, "text", arrivals, Arrival::utmMedium));
        statement.setArray(4, array(statement, "text", arrivals, Arrival::utmCampaign));
        statement.setArray(5, array(statement, "text", arrivals, Arrival::referrerHost));
        statement.setArray(6, array(statement, "text", arrivals, Arrival::clickId));
    }

    private static Array array(
            PreparedStatement statement,
            String type,
            Collection<Arrival> arrivals,
            Function<Arrival, @Nullable Object> part)
            throws SQLException {
        return statement
                .getConnection()
                .createArrayOf(type, arrivals.stream().map(part).toArray());
    }
}
