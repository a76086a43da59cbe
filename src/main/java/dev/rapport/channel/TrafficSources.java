package dev.rapport.channel;

import dev.rapport.db.SqlBuilder;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Maps arrivals to the ids of their traffic sources, for one transaction. What it has found or added it remembers, so
 * make one for each import and drop it when the transaction ends.
 */
public final class TrafficSources {
    private final Handle handle;
    private final Map<Arrival, Integer> known = new HashMap<>();

    public TrafficSources(Handle handle) {
        this.handle = handle;
    }

    /**
     * The id of each arrival; those never met before are given their channel and stored. Safe beside others that do the
     * same: whoever comes second waits for the first and takes its row.
     */
    public Map<Arrival, Integer> ids(Collection<Arrival> arrivals) {
        Set<Arrival> unknown = new HashSet<>(arrivals);
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            find(unknown);
            unknown.removeAll(known.keySet());
        }
        if (!unknown.isEmpty()) {
            add(unknown);
            find(unknown);
        }
        Map<Arrival, Integer> ids = new HashMap<>();
        arrivals.forEach(arrival -> ids.put(arrival, known.get(arrival)));
        return ids;
    }

    public int id(Arrival arrival) {
        if (!known.containsKey(arrival)) {
            ids(List.of(arrival));
        }
        return Objects.requireNonNull(known.get(arrival));
    }

    private void find(Set<Arrival> arrivals) {
        new SqlBuilder()
                .add("""
                        select s.given_channel_id, s.utm_source, s.utm_medium, s.utm_campaign, s.referrer_host, s.click_id, s.id
                        from unnest(?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                                 as asked (given, source, medium, campaign, host, click)
                        join traffic_source s on s.utm_source = source and s.utm_medium = medium
                          and s.utm_campaign = campaign and s.referrer_host = host and s.click_id = click
                          and s.given_channel_id is not distinct from given
                        """, ChannelQueries.arrays(arrivals))
                .read(handle, row -> known.put(ChannelQueries.arrival(row, 1), row.getInt(7)));
    }

    private void add(Set<Arrival> arrivals) {
        ChannelClassifier classifier = ChannelQueries.classifier(handle);
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into traffic_source
                    (given_channel_id, utm_source, utm_medium, utm_campaign, referrer_host, click_id, channel_id)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)) {
            for (Arrival arrival : arrivals) {
                batch.add(
                        arrival.givenChannelId(),
                        arrival.utmSource(),
                        arrival.utmMedium(),
                        arrival.utmCampaign(),
                        arrival.referrerHost(),
                        arrival.clickId(),
                        classifier.channelOf(arrival));
            }
            batch.execute();
        }
    }
}
