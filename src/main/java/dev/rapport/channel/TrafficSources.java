package dev.rapport.channel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Maps arrivals to the ids of their traffic sources, for one transaction. What it has found or added it remembers, so
 * make one for each import and drop it when the transaction ends.
 */
public final class TrafficSources {
    private final Connection connection;
    private final Map<Arrival, Integer> known = new HashMap<>();

    public TrafficSources(Connection connection) {
        this.connection = connection;
    }

    /**
     * The id of each arrival; those never met before are given their channel and stored. Safe beside others that do the
     * same: whoever comes second waits for the first and takes its row.
     */
    public Map<Arrival, Integer> ids(Collection<Arrival> arrivals) throws SQLException {
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

    public int id(Arrival arrival) throws SQLException {
        if (!known.containsKey(arrival)) {
            ids(List.of(arrival));
        }
        return Objects.requireNonNull(known.get(arrival));
    }

    private void find(Set<Arrival> arrivals) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select s.given_channel_id, s.utm_source, s.utm_medium, s.utm_campaign, s.referrer_host, s.click_id, s.id
                from unnest(?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                         as asked (given, source, medium, campaign, host, click)
                join traffic_source s on s.utm_source = source and s.utm_medium = medium
                  and s.utm_campaign = campaign and s.referrer_host = host and s.click_id = click
                  and s.given_channel_id is not distinct from given
                """)) {
            ChannelQueries.bindAll(statement, arrivals);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.put(ChannelQueries.arrival(rows, 1), rows.getInt(7));
                }
            }
        }
    }

    private void add(Set<Arrival> arrivals) throws SQLException {
        ChannelClassifier classifier = ChannelQueries.classifier(connection);
        try (var statement = connection.prepareStatement("""
                insert into traffic_source
                    (given_channel_id, utm_source, utm_medium, utm_campaign, referrer_host, click_id, channel_id)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)) {
            for (Arrival arrival : arrivals) {
                ChannelQueries.bind(statement, 1, arrival);
                statement.setShort(7, classifier.channelOf(arrival));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
