package dev.rapport.channel;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.StoringTurn;
import dev.rapport.fact.FactTable;
import dev.rapport.fact.FactTypes;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Merges two channels: what was in the one counts as the other, whose other spelling it becomes, so that the next file
 * finds it. On the handle and in the transaction of the caller.
 */
final class ChannelMerging {
    /** Figures and rules go by these names. */
    private static final Set<String> NEEDED = Set.of("direct", "referral", "other", "unknown", "email");

    /** When something happened in a channel, beside facts. */
    private static final Map<String, String> MOMENTS =
            Map.of("revenue", "select at from purchase where campaign_channel_id = %1$d", "behaviour", """
            select s.started_at from session s left join traffic_source t on t.id = s.source_id
            where %1$d in (s.channel_id, t.channel_id, t.given_channel_id)
            """);

    private final Handle handle;

    ChannelMerging(Handle handle) {
        this.handle = handle;
    }

    static boolean isNeeded(Channel channel) {
        return NEEDED.contains(channel.key);
    }

    /** @return false when an import is being stored just now; nothing is done then */
    boolean merge(short from, short into) {
        if (!StoringTurn.attempt(handle)) {
            return false;
        }
        markDays(from);
        for (FactTable fact : FactTypes.tables()) {
            handle.execute("update " + fact.name() + " set channel_id = ? where channel_id = ?", into, from);
        }
        arrivals(from, into);
        handle.execute("update channel_rule set channel_id = ? where channel_id = ?", into, from);
        handle.execute("""
                delete from target t where channel_id = ? and exists (
                    select from target o where o.channel_id = ? and o.metric = t.metric and o.from_day = t.from_day
                      and o.segment_group is not distinct from t.segment_group
                      and o.segment_value is not distinct from t.segment_value)
                """, from, into);
        handle.execute("update target set channel_id = ? where channel_id = ?", into, from);
        handle.execute("update annotation set channel_id = ? where channel_id = ?", into, from);
        spellings(from, into);
        remove(from);
        return true;
    }

    /** A visit that named the one names the other; two ways of arriving that are the same by then become one. */
    private void arrivals(short from, short into) {
        handle.execute("""
                update event e set source_id = theirs.id
                from traffic_source mine join traffic_source theirs on theirs.given_channel_id = ?
                  and theirs.utm_source = mine.utm_source and theirs.utm_medium = mine.utm_medium
                  and theirs.utm_campaign = mine.utm_campaign and theirs.referrer_host = mine.referrer_host
                  and theirs.click_id = mine.click_id
                where mine.given_channel_id = ? and e.source_id = mine.id
                """, into, from);
        handle.execute("""
                delete from traffic_source mine using traffic_source theirs
                where theirs.given_channel_id = ? and mine.given_channel_id = ?
                  and theirs.utm_source = mine.utm_source and theirs.utm_medium = mine.utm_medium
                  and theirs.utm_campaign = mine.utm_campaign and theirs.referrer_host = mine.referrer_host
                  and theirs.click_id = mine.click_id
                """, into, from);
        handle.execute("update traffic_source set given_channel_id = ? where given_channel_id = ?", into, from);
        handle.execute("update traffic_source set channel_id = ? where channel_id = ?", into, from);
    }

    private void spellings(short from, short into) {
        handle.execute("""
                update channel c set aliases = (
                    select array_agg(distinct spelling order by spelling) from (
                        select unnest(c.aliases) as spelling
                        union select lower(o.name) from channel o where o.id = ?
                        union select o.key from channel o where o.id = ? and o.key not like 'x-%'
                        union select unnest(o.aliases) from channel o where o.id = ?) as spellings)
                where c.id = ?
                """, from, from, from, into);
        keep(into);
    }

    /** What a person has arranged is no import's any more: taking the import back leaves it. */
    void keep(short channel) {
        handle.execute("delete from import_created where kind = 'channel' and ref = ?", channel);
    }

    /** Of a channel of which nothing speaks. */
    void remove(short channel) {
        keep(channel);
        handle.execute("delete from channel where id = ?", channel);
    }

    private void markDays(short from) {
        for (FactTable fact : FactTypes.tables()) {
            DirtyDays.mark(handle, fact.family(), fact.momentsWhere("channel_id = " + from));
        }
        for (var family : MOMENTS.entrySet()) {
            DirtyDays.mark(handle, family.getKey(), family.getValue().formatted(from));
        }
    }
}
