package dev.rapport.bench.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The indexes of a table that is being filled: made afterwards they are smaller and take a tenth of the time. */
final class Indexes {
    private final Connection connection;
    private final List<String> statements;

    private Indexes(Connection connection, List<String> statements) {
        this.connection = connection;
        this.statements = statements;
    }

    /** Drops them; {@link #make} brings them back. */
    static Indexes dropped(Connection connection, String table) throws SQLException {
        List<String> drop = new ArrayList<>();
        List<String> make = new ArrayList<>();
        try (var statement = connection.prepareStatement("""
                select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                       format('alter table %s add constraint %I %s',
                              conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint where conrelid = ?::regclass and contype in ('p', 'u')
                union all
                select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
                from pg_index
                where indrelid = ?::regclass
                  and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
                """)) {
            statement.setString(1, table);
            statement.setString(2, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    drop.add(rows.getString(1));
                    make.add(rows.getString(2));
                }
            }
        }
        run(connection, drop);
        return new Indexes(connection, make);
    }

    void make() throws SQLException {
        run(connection, statements);
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
