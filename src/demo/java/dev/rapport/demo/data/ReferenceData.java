package dev.rapport.demo.data;

import dev.rapport.channel.Arrival;
import dev.rapport.channel.TrafficSources;
import dev.rapport.db.JdbiSetup;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stores what the demo's facts refer to, where it is not known yet, and reads its ids. */
final class ReferenceData {
    private static final List<String> MADE = List.of("traffic_source", "page", "event_name");

    private final Connection connection;

    ReferenceData(Connection connection) {
        this.connection = connection;
    }

    ReferenceIds ids(int importId) throws SQLException {
        Map<String, Integer> channels = read("select key, id from channel");
        Map<String, Integer> before = newest();
        ReferenceIds ids =
                new ReferenceIds(importId, channels, sources(channels), pages(), events(), surveys(importId));
        for (String table : MADE) {
            made(importId, table, before.getOrDefault(table, 0));
        }
        return ids;
    }

    private Map<String, Integer> newest() throws SQLException {
        return read(MADE.stream()
                .map(table -> "select '%1$s', coalesce(max(id), 0) from %1$s".formatted(table))
                .collect(Collectors.joining(" union all ")));
    }

    /** What is made here goes with the demo data. */
    private void made(int importId, String table, int after) throws SQLException {
        try (var statement = connection.prepareStatement("insert into import_created (import_id, kind, ref) select ?, '"
                + table + "', id from " + table + " where id > ?")) {
            statement.setInt(1, importId);
            statement.setInt(2, after);
            statement.executeUpdate();
        }
    }

    private Map<String, Integer> pages() throws SQLException {
        List<String> paths = Stream.of(
                        DemoCompany.SITE.stream(),
                        DemoCompany.HELP.stream(),
                        DemoCompany.PRODUCT.stream(),
                        DemoCompany.OTHER_PAGES.stream(),
                        DemoCompany.PRODUCTS.stream().map(product -> "/shop/" + product.key()))
                .flatMap(Function.identity())
                .toList();
        add("insert into page (path) select * from unnest(?) on conflict do nothing", paths);
        return read("select path, id from page");
    }

    private Map<String, Integer> events() throws SQLException {
        List<String> names = Stream.concat(DemoCompany.FEATURES.stream(), DemoCompany.OTHER_EVENTS.stream())
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
        Map<String, Integer> ids = new HashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.put(rows.getString(1), rows.getInt(2));
            }
        }
        return ids;
    }

    /** By the rules in force, as for anybody's visits. */
    private Map<VisitOrigin, Integer> sources(Map<String, Integer> channels) throws SQLException {
        TrafficSources known = new TrafficSources(JdbiSetup.on(connection));
        Map<VisitOrigin, Integer> ids = new EnumMap<>(VisitOrigin.class);
        for (VisitOrigin source : VisitOrigin.values()) {
            Integer app = channels.get("app");
            // Nothing in an address tells the phone's app from a direct visit: it says so itself.
            Arrival arrival = source == VisitOrigin.APP && app != null
                    ? Arrival.by(app.shortValue())
                    : new Arrival(
                            null, source.utmSource, source.utmMedium, source.campaign, source.referrer, source.clickId);
            ids.put(source, known.id(arrival));
        }
        return ids;
    }

    private Map<String, Integer> surveys(int importId) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into survey (key, name, kind, scale_min, scale_max, lower_is_better, question, import_id)
                values (?, 'Relationship', 'nps', 0, 10, false, 'How likely are you to recommend us?', ?),
                       (?, 'After support', 'csat', 1, 5, false, 'How satisfied are you with our answer?', ?),
                       (?, 'Effort', 'ces', 1, 7, true, 'How easy was it to get this solved?', ?)
                """)) {
            List<String> keys = List.of(SurveySimulation.NPS, SurveySimulation.CSAT, SurveySimulation.CES);
            for (int i = 0; i < keys.size(); i++) {
                statement.setString(2 * i + 1, keys.get(i));
                statement.setInt(2 * i + 2, importId);
            }
            statement.executeUpdate();
        }
        return read("select key, id from survey");
    }
}
