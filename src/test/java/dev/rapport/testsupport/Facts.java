package dev.rapport.testsupport;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceContext;
import dev.rapport.slice.SliceReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A database of a handful of facts, written down by hand: person n has visitor n; Berlin is the reporting zone; plans are
 * free and pro (segment values found by key).
 */
public final class Facts {
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final DataSource database = FreshDatabase.create();

    public Facts() {
        run("update settings set zone = 'Europe/Berlin'");
        run(
                "insert into segment_value (group_id, key, name)"
                        + " select id, value, value from segment_group, unnest(array['free', 'pro']) as value where key = 'plan'");
        run("insert into signature (value_ids) select array[id] from segment_value where key in ('free', 'pro')");
    }

    public DataSource database() {
        return database;
    }

    public Connection connection() throws SQLException {
        return database.getConnection();
    }

    public Facts run(String sql) {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** People 1 to n. */
    public Facts people(int count) {
        run("insert into person (external_id) select 'c' || n from generate_series(1, %d) as n".formatted(count));
        return run("insert into visitor (key, person_id) select 'u:c' || n, n from generate_series(1, %d) as n"
                .formatted(count));
    }

    /** A person's plan from a day up to, without, another. */
    public Facts plan(int person, String plan, String from, String to) {
        return run("""
                insert into person_signature (person_id, from_day, to_day, signature_id)
                select %d, '%s', '%s', signature.id
                from signature join segment_value on value_ids = array[segment_value.id] where key = '%s'
                """.formatted(person, from, to, plan));
    }

    /** A question as in a URL; today is far from everything. */
    public static Slice slice(String query) {
        Map<String, List<String>> parameters = Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.groupingBy(
                        pair -> pair[0], Collectors.mapping(pair -> pair[1], Collectors.toList())));
        return SliceReader.read(
                parameters,
                new SliceContext(
                        BERLIN,
                        DayOfWeek.MONDAY,
                        LocalDate.parse("2026-11-21"),
                        Set.of("email", "chat", "phone"),
                        Map.of("plan", Set.of("free", "pro", "none")),
                        Set.of(),
                        Set.of()));
    }
}
