package dev.rapport.behaviour;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.web.PagePath;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Updates the one spelling of each stored page: of those that an import brings, and of all when it is to be another.
 */
@ApplicationScoped
public class PageSpelling {
    private final DataSource database;

    PageSpelling(DataSource database) {
        this.database = database;
    }

    /** Spells the pages, and the patterns of goals and steps, that were stored before there was one spelling. */
    void start(@Observes StartupEvent event) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            catchUp(connection);
            connection.commit();
        }
    }

    static void catchUp(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            // whoever starts beside this waits here, and then finds nothing to do
            if (statement.executeUpdate("update settings set pages_to_spell = false where pages_to_spell") == 0) {
                return;
            }
        }
        spellPatterns(connection, "goal", "page_pattern", "page_pattern is not null");
        spellPatterns(connection, "journey_step", "pattern", "kind = 'page'");
        spellAll(connection);
    }

    /** Spells the pages with an id above this. */
    public static void spellAfter(Connection connection, long id) throws SQLException {
        spell(connection, "id > " + id);
    }

    /** Spells all pages, and marks the days on which one was seen whose spelling is another now. */
    static void spellAll(Connection connection) throws SQLException {
        List<Integer> changed = spell(connection, "true");
        if (changed.isEmpty()) {
            return;
        }
        String pages = String.join(",", changed.stream().map(String::valueOf).toList());
        DirtyDays.mark(connection, "behaviour", """
                select session.started_at
                from event
                join visitor on visitor.id = event.visitor_id
                join session on session.person_id = visitor.person_id
                    and event.at between session.started_at and session.ended_at
                where event.page_id = any ('{%s}'::int[])
                """.formatted(pages));
    }

    private static List<Integer> spell(Connection connection, String which) throws SQLException {
        boolean slashMatters = slashMatters(connection);
        List<Integer> ids = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        List<String> withSlash = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet page = statement.executeQuery(
                        "select id, path, shown, coalesce(with_slash, '') from page where " + which)) {
            while (page.next()) {
                String spelling = PagePath.of(page.getString(2), slashMatters);
                String slashed =
                        slashMatters || spelling.endsWith("/") || !spelling.startsWith("/") ? "" : spelling + "/";
                if (!spelling.equals(page.getString(3)) || !slashed.equals(page.getString(4))) {
                    ids.add(page.getInt(1));
                    shown.add(spelling);
                    withSlash.add(slashed);
                }
            }
        }
        update(connection, ids, shown, withSlash);
        return ids;
    }

    private static void update(Connection connection, List<Integer> ids, List<String> shown, List<String> withSlash)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                update page set shown = spelt.shown, with_slash = nullif(spelt.with_slash, '')
                from unnest(?, ?, ?) as spelt (id, shown, with_slash) where spelt.id = page.id
                """)) {
            statement.setArray(1, connection.createArrayOf("int", ids.toArray()));
            statement.setArray(2, connection.createArrayOf("text", shown.toArray()));
            statement.setArray(3, connection.createArrayOf("text", withSlash.toArray()));
            statement.executeUpdate();
        }
    }

    private static boolean slashMatters(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select page_slash_matters from settings")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void spellPatterns(Connection connection, String table, String column, String which)
            throws SQLException {
        try (var select = connection.createStatement();
                var update = connection.prepareStatement("update %s set %s = ? where id = ?".formatted(table, column));
                ResultSet row = select.executeQuery("select id, %s from %s where %s".formatted(column, table, which))) {
            while (row.next()) {
                update.setString(1, pattern(row.getString(2)));
                update.setInt(2, row.getInt(1));
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** Whether it may be a pattern: paths begin with a slash; a pattern may begin with a star. */
    public static boolean isPattern(String written) {
        return written.startsWith("/") || written.startsWith("*");
    }

    /** A pattern in the spelling of pages; a slash at its end is left, as pages are held against it with and without theirs. */
    public static String pattern(String written) {
        return PagePath.of(written, true);
    }
}
