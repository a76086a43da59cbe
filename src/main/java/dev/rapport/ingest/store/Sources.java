package dev.rapport.ingest.store;

import dev.rapport.db.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stores where facts come from: the tool and account. */
public final class Sources {
    /** Of what was stored before sources were known. */
    static final int EARLIER = 1;

    /** What stands between a key and its source; no file can hold it in a key. */
    private static final char BETWEEN = '\u001f';

    private static final int LONGEST = 100;

    /** @param key its name as it is recognised */
    public record Source(int id, String key, String name) {}

    /** What a key of one of its facts ends with, in SQL, of the table {@code source}. */
    static final String SUFFIX = "case when source.id = " + EARLIER + " then '' else E'\\x1f' || source.key end";

    private Sources() {}

    public static Optional<Source> named(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select id, key, name from source where key = lower(normalize(btrim(?)))")) {
            statement.setString(1, cut(name));
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Source(row.getInt(1), row.getString(2), row.getString(3)))
                        : Optional.empty();
            }
        }
    }

    /** What a key of a fact of the source ends with, whether or not there is one of that name yet. */
    static String suffix(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select %s from (select coalesce(max(id), 0) as id, lower(normalize(btrim(?))) as key
                                from source where key = lower(normalize(btrim(?)))) as source
                """.formatted(SUFFIX))) {
            statement.setString(1, cut(name));
            statement.setString(2, cut(name));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** The one of that name, made when there is none. */
    static Source ensure(Connection connection, String name, int importId) throws SQLException {
        String clean = cut(name);
        Sql.update(connection, """
                insert into source (key, name, import_id) values (lower(normalize(btrim(?))), ?, ?) on conflict (key) do nothing
                """, clean, clean, importId);
        return named(connection, clean).orElseThrow();
    }

    /** All names, the newest first. */
    public static List<String> names(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select name from source order by id desc");
                ResultSet row = statement.executeQuery()) {
            List<String> names = new ArrayList<>();
            while (row.next()) {
                names.add(row.getString(1));
            }
            return names;
        }
    }

    /** Takes away those of which no import that stands speaks any more. */
    static void removeUnused(Connection connection, int undoneId) throws SQLException {
        Sql.update(connection, """
                delete from source where id <> %d and not exists (
                    select from import_job j where j.source_id = source.id and j.id <> ?
                      and j.state not in ('undone', 'failed', 'cancelled'))
                """.formatted(EARLIER), undoneId);
    }

    private static String cut(String name) {
        String clean = name.replace(BETWEEN, ' ').replace('\0', ' ').strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST).strip();
    }
}
