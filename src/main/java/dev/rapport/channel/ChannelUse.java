package dev.rapport.channel;

import dev.rapport.fact.FactType;
import dev.rapport.fact.FactTypes;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Counts what speaks of a channel, kind by kind.
 *
 * @param ofFacts the kind is a fact type's key, not something that people set up
 */
record ChannelUse(String kind, long count, boolean ofFacts) {
    /** What people set up for a channel: tables by the name under which they are shown. */
    private static final List<String[]> SET_UP =
            List.of(new String[] {"rules", "channel_rule"}, new String[] {"targets", "target"}, new String[] {
                "annotations", "annotation"
            });

    static List<ChannelUse> of(Handle handle, short channel) {
        List<ChannelUse> uses = new ArrayList<>();
        for (FactType type : FactTypes.all()) {
            if (type.table().isPresent()) {
                add(handle, uses, type.key(), true, naming(type.table().get().name()), channel);
            }
        }
        for (String[] speaking : SET_UP) {
            add(handle, uses, speaking[0], false, naming(speaking[1]), channel);
        }
        add(
                handle,
                uses,
                "arrivals",
                false,
                "select count(*) from traffic_source where ? in (channel_id, given_channel_id)",
                channel);
        return uses;
    }

    private static String naming(String table) {
        return "select count(*) from " + table + " where channel_id = ?";
    }

    private static void add(
            Handle handle, List<ChannelUse> uses, String kind, boolean ofFacts, String sql, short channel) {
        long count = handle.select(sql, channel).mapTo(long.class).one();
        if (count > 0) {
            uses.add(new ChannelUse(kind, count, ofFacts));
        }
    }
}
