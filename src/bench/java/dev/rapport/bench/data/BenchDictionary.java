package dev.rapport.bench.data;

import dev.rapport.bench.data.Chance.Weights;
import dev.rapport.channel.Arrival;
import dev.rapport.channel.TrafficSources;
import dev.rapport.db.JdbiSetup;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What facts refer to by number. */
final class BenchDictionary {
    static final List<String> FEATURES =
            List.of("report_built", "file_shared", "search_used", "comment_added", "export_made", "invite_sent");
    private static final int PAGES = 400;

    /** How visits come: utm source, medium, campaign, referrer, click id, and how often. Twelve channels by the rules. */
    private static final Object[][] WAYS = {
        {"", "", "", "", "", 24.0},
        {"", "", "", "www.google.com", "", 16.0},
        {"", "", "", "www.bing.com", "", 3.0},
        {"", "", "", "duckduckgo.com", "", 2.0},
        {"google", "cpc", "brand", "www.google.com", "gclid", 7.0},
        {"google", "cpc", "generic", "www.google.com", "gclid", 4.0},
        {"bing", "cpc", "generic", "www.bing.com", "msclkid", 1.0},
        {"", "", "", "www.linkedin.com", "", 3.0},
        {"", "", "", "www.facebook.com", "", 2.5},
        {"", "", "", "www.reddit.com", "", 1.5},
        {"facebook", "paid_social", "spring", "www.facebook.com", "fbclid", 3.0},
        {"linkedin", "paid-social", "webinar", "www.linkedin.com", "li_fat_id", 2.0},
        {"newsletter", "email", "weekly", "", "", 6.0},
        {"lifecycle", "email", "onboarding", "", "", 3.0},
        {"lifecycle", "email", "win-back", "", "", 1.0},
        {"lifecycle", "sms", "reminder", "", "", 1.5},
        {"lifecycle", "push", "reminder", "", "", 2.5},
        {"", "", "", "partner.example.org", "", 2.0},
        {"", "", "", "reviews.example.com", "", 2.0},
        {"guild", "affiliate", "", "guild.example.org", "", 2.5},
        {"adnetwork", "display", "retargeting", "", "", 3.5},
        {"adnetwork", "display", "launch", "", "", 1.5},
        {"product", "in-app", "", "", "", 5.0},
    };

    static final Weights WAY_WEIGHTS = weights();
    static final Weights PAGE_WEIGHTS = Weights.zipf(PAGES, 1.05);

    final int[] sources;
    final int[] pages;
    final Map<String, Integer> events;
    final Map<String, Integer> channels;
    final Map<String, Integer> surveys;
    private final Connection connection;

    BenchDictionary(Connection connection) throws SQLException {
        this.connection = connection;
        sources = addSources();
        pages = addPages();
        events = addEvents();
        addSurveys();
        addGroups();
        channels = read("select key, id from channel");
        surveys = read("select key, id from survey");
    }

    private static Weights weights() {
        double[] weights = new double[WAYS.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (double) WAYS[i][5];
        }
        return new Weights(weights);
    }

    int event(String name) {
        return Objects.requireNonNull(events.get(name), name);
    }

    int channel(String key) {
        return Objects.requireNonNull(channels.get(key), key);
    }

    int survey(String key) {
        return Objects.requireNonNull(surveys.get(key), key);
    }

    private int[] addSources() throws SQLException {
        TrafficSources known = new TrafficSources(JdbiSetup.on(connection));
        int[] ids = new int[WAYS.length];
        for (int i = 0; i < ids.length; i++) {
            Object[] way = WAYS[i];
            ids[i] = known.id(new Arrival(
                    null, (String) way[0], (String) way[1], (String) way[2], (String) way[3], (String) way[4]));
        }
        return ids;
    }

    private int[] addPages() throws SQLException {
        List<String> paths = new ArrayList<>(List.of("/", "/features", "/app/today", "/pricing", "/blog", "/sign-up"));
        String[] parts = {"/blog/article-", "/help/topic-", "/shop/product-", "/app/board-", "/features/part-"};
        for (int i = paths.size(); i < PAGES; i++) {
            paths.add(parts[i % parts.length] + i);
        }
        Map<String, Integer> ids = add("page (path)", paths, "select path, id from page");
        return paths.stream()
                .mapToInt(path -> Objects.requireNonNull(ids.get(path)))
                .toArray();
    }

    private Map<String, Integer> addEvents() throws SQLException {
        List<String> names = new ArrayList<>(FEATURES);
        names.addAll(List.of("page_view", "purchase", "sign_up", "newsletter_signup"));
        return add("event_name (name)", names, "select name, id from event_name");
    }

    private Map<String, Integer> add(String table, List<String> words, String read) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into " + table + " select * from unnest(?) on conflict do nothing")) {
            statement.setArray(1, connection.createArrayOf("text", words.toArray()));
            statement.executeUpdate();
        }
        return read(read);
    }

    private void addSurveys() throws SQLException {
        execute("""
                insert into survey (key, name, kind, scale_min, scale_max, lower_is_better)
                values ('relationship', 'Relationship', 'nps', 0, 10, false),
                       ('after-support', 'After support', 'csat', 1, 5, false),
                       ('effort', 'Effort', 'ces', 1, 7, true)
                """);
    }

    private void addGroups() throws SQLException {
        execute("""
                with fresh as (
                    insert into segment_group (key, name, trait, position)
                    values ('industry', 'Industry', 'industry', 40), ('company-size', 'Company size', 'company_size', 50),
                           ('lifecycle', 'Lifecycle', 'lifecycle', 60)
                    returning id)
                insert into segment_value (group_id, key, name, position) select id, 'none', 'Not known', 9999 from fresh
                """);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
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
}
