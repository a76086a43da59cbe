package dev.rapport.channel;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.SqlBuilder;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Classifies every traffic source anew after the rules have changed. Facts stay as they are. */
public final class Reclassification {
    private Reclassification() {}

    /**
     * Runs in the transaction that changed the rules.
     *
     * @return how many traffic sources have another channel than before
     */
    public static int run(Handle handle) {
        handle.execute(
                "create temp table changed_source (id int primary key, channel_id smallint not null) on commit drop");
        collectChanges(handle);
        DirtyDays.mark(handle, "behaviour", """
                select s.started_at from session s join changed_source c on c.id = s.source_id
                """);
        int changed = handle.execute("""
                update traffic_source s set channel_id = c.channel_id from changed_source c where c.id = s.id
                """);
        handle.execute("drop table changed_source");
        return changed;
    }

    private static void collectChanges(Handle handle) {
        ChannelClassifier classifier = ChannelQueries.classifier(handle);
        try (PreparedBatch changed = handle.prepareBatch("insert into changed_source values (?, ?)")) {
            new SqlBuilder().add("""
                    select given_channel_id, utm_source, utm_medium, utm_campaign, referrer_host, click_id, id, channel_id
                    from traffic_source
                    """).read(handle, row -> {
                short channel = classifier.channelOf(ChannelQueries.arrival(row, 1));
                if (channel != row.getShort(8)) {
                    changed.add(row.getInt(7), channel);
                }
            });
            changed.execute();
        }
    }
}
