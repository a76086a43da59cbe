package dev.rapport.channel;

import dev.rapport.cube.build.DirtyDays;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Classifies every traffic source anew after the rules have changed. Facts stay as they are. */
public final class Reclassification {
    private Reclassification() {}

    /**
     * Runs in the transaction that changed the rules.
     *
     * @return how many traffic sources have another channel than before
     */
    public static int run(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create temp table changed_source (id int primary key, channel_id smallint not null)"
                    + " on commit drop");
            collectChanges(connection);
            DirtyDays.mark(connection, "behaviour", """
                    select s.started_at from session s join changed_source c on c.id = s.source_id
                    """);
            int changed = statement.executeUpdate("""
                    update traffic_source s set channel_id = c.channel_id from changed_source c where c.id = s.id
                    """);
            statement.execute("drop table changed_source");
            return changed;
        }
    }

    private static void collectChanges(Connection connection) throws SQLException {
        ChannelClassifier classifier = ChannelQueries.classifier(connection);
        try (var select = connection.prepareStatement("""
                        select given_channel_id, utm_source, utm_medium, utm_campaign, referrer_host, click_id,
                               id, channel_id
                        from traffic_source
                        """);
                var insert = connection.prepareStatement("insert into changed_source values (?, ?)");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                short channel = classifier.channelOf(ChannelQueries.arrival(rows, 1));
                if (channel != rows.getShort(8)) {
                    insert.setInt(1, rows.getInt(7));
                    insert.setShort(2, channel);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
