package dev.rapport.demo.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes down the words that the demo's facts refer to, where they are not known yet, and reads their numbers. */
final class Dictionary {
    private final Connection connection;

    Dictionary(Connection connection) {
        this.connection = connection;
    }

    Numbers numbers(int importId) throws SQLException {
        Map<String, Integer> channels = read("select key, id from channel");
        return new Numbers(importId, channels, sources(channels), pages(), events(), surveys(importId));
    }

    private Map<String, Integer> pages() throws SQLException {
        List<String> paths = Stream.of(
                        Company.SITE.stream(),
                        Company.HELP.stream(),
                        Company.PRODUCT.stream(),
                        Company.OTHER_PAGES.stream(),
                        Company.PRODUCTS.stream().map(product -> "/shop/" + product.key()))
                .flatMap(paths1 -> paths1)
                .toList();
        add("insert into page (path) select * from unnest(?) on conflict do nothing", paths);
        return read("select path, id from page");
    }

    private Map<String, Integer> events() throws SQLException {
        List<String> names = Stream.concat(Company.FEATURES.stream(), Company.OTHER_EVENTS.stream())
                .toList();
        add("insert into event_name (name) select * from unnest(?) on conflict do nothing", names);
        return read("select name, id from event_name");
    }

    private void add(String sql, List<String> words) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", words.toArray()));
            statement.executeUpdate();
        }
    }

    private Map<String, Integer> read(String sql) throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                numbers.put(rows.getString(1), rows.getInt(2));
            }
        }
        return numbers;
    }

    private Map<Source, Integer> sources(Map<String, Integer> channels) throws SQLException {
        Map<Source, Integer> numbers = new EnumMap<>(Source.class);
        // Updated with itself, so that a row that was there answers its number too.
        try (var statement = connection.prepareStatement("""
                insert into traffic_source
                    (given_channel_id, utm_source, utm_medium, utm_campaign, referrer_host, click_id, channel_id)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (given_channel_id, utm_source, utm_medium, utm_campaign, referrer_host, click_id)
                do update set utm_source = excluded.utm_source
                returning id
                """)) {
            for (Source source : Source.values()) {
                Integer channel = channels.get(source.channel);
                // Nothing in an address tells the phone's app from a direct visit: it says so itself.
                statement.setObject(1, source == Source.APP ? channel : null, java.sql.Types.SMALLINT);
                statement.setString(2, source.utmSource);
                statement.setString(3, source.utmMedium);
                statement.setString(4, source.campaign);
                statement.setString(5, source.referrer);
                statement.setString(6, source.clickId);
                statement.setObject(7, channel, java.sql.Types.SMALLINT);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    numbers.put(source, rows.getInt(1));
                }
            }
        }
        return numbers;
    }

    private Map<String, Integer> surveys(int importId) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into survey (key, name, kind, scale_min, scale_max, lower_is_better, question, import_id)
                values (?, 'Relationship', 'nps', 0, 10, false, 'How likely are you to recommend us?', ?),
                       (?, 'After support', 'csat', 1, 5, false, 'How satisfied are you with our answer?', ?),
                       (?, 'Effort', 'ces', 1, 7, true, 'How easy was it to get this solved?', ?)
                """)) {
            List<String> keys = List.of(Voices.NPS, Voices.CSAT, Voices.CES);
            for (int i = 0; i < keys.size(); i++) {
                statement.setString(2 * i + 1, keys.get(i));
                statement.setInt(2 * i + 2, importId);
            }
            statement.executeUpdate();
        }
        return read("select key, id from survey");
    }
}
