package dev.rapport.cube.store;

import static dev.rapport.db.Statements.execute;
import static dev.rapport.db.Statements.strings;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Creates and swaps in shadows of the derived tables. They have the same names, in a schema that is searched first by
 * whoever {@link #enter enters} it: the same SQL then fills them as refreshes the ones in use, unseen by readers.
 */
public final class ShadowTables {
    public static final List<String> TABLES = List.of(
            "session",
            "purchase",
            "refund",
            "person_first",
            "invited_survey",
            "cell_pack",
            "cell_total",
            "marginal_pack",
            "cell_pack_month",
            "cell_total_month",
            "marginal_pack_month",
            "day_set",
            "month_set");

    private ShadowTables() {}

    /** Until the transaction ends. */
    public static void enter(Connection connection) throws SQLException {
        execute(connection, "set local search_path = rollup_next, public");
    }

    /** Empty, and without indexes: those are made when the rows are there. */
    public static void create(Connection connection) throws SQLException {
        drop(connection, "rollup_next");
        for (String table : TABLES) {
            execute(
                    connection,
                    "create table rollup_next.%1$s (like public.%1$s including all excluding indexes)"
                            .formatted(table));
            // It would stand in the way when the tables change places.
            execute(connection, "alter table rollup_next." + table + " set (autovacuum_enabled = off)");
            for (String options : strings(connection, """
                    select array_to_string(reloptions, ', ') from pg_class
                    where oid = ('public.' || ?)::regclass and reloptions is not null
                    """, table)) {
                execute(connection, "alter table rollup_next." + table + " set (" + options + ")");
            }
        }
    }

    public static void drop(Connection connection, String schema) throws SQLException {
        for (String table : strings(connection, "select tablename from pg_tables where schemaname = ?", schema)) {
            execute(connection, "drop table " + schema + "." + table);
        }
    }

    /** The names of the indexes that a table in use has. */
    public static List<String> indexes(Connection connection, String table) throws SQLException {
        return strings(
                connection, "select indexname from pg_indexes where schemaname = 'public' and tablename = ?", table);
    }

    /** Makes the index as the table in use has it. */
    public static void index(Connection connection, String index) throws SQLException {
        for (String definition : strings(connection, "select pg_get_indexdef(('public.' || ?)::regclass)", index)) {
            execute(connection, definition.replaceFirst(" ON public\\.", " ON rollup_next."));
        }
    }

    /** Which indexes are primary keys. */
    public static void constrain(Connection connection) throws SQLException {
        for (String key : strings(connection, """
                select format('alter table rollup_next.%I add constraint %I primary key using index %I',
                              relname, conname, conname)
                from pg_constraint join pg_class on pg_class.oid = conrelid
                where contype = 'p' and connamespace = 'public'::regnamespace and relname = any(?)
                order by conname
                """, connection.createArrayOf("text", TABLES.toArray()))) {
            execute(connection, key);
        }
    }

    /**
     * Columns and indexes of the tables in use: what was begun before a migration changed them cannot take their place
     * after.
     */
    public static String layout(Connection connection) throws SQLException {
        return strings(
                        connection,
                        """
                        select md5(string_agg(line, '|' order by line)) from (
                            select concat_ws(' ', table_name, ordinal_position, column_name, data_type)
                            from information_schema.columns where table_schema = 'public' and table_name = any(?)
                            union all
                            select indexdef from pg_indexes where schemaname = 'public' and tablename = any(?)
                        ) as layout(line)
                        """,
                        connection.createArrayOf("text", TABLES.toArray()),
                        connection.createArrayOf("text", TABLES.toArray()))
                .get(0);
    }

    /** New for old, in the transaction of the caller; fails after the timeout when a reader holds on to an old one. */
    public static void swap(Connection connection, int timeoutMillis) throws SQLException {
        execute(connection, "set local lock_timeout = " + timeoutMillis);
        execute(connection, "lock table public." + String.join(", public.", TABLES) + " in access exclusive mode");
        for (String table : TABLES) {
            execute(connection, "alter table public." + table + " set schema rollup_old");
            execute(connection, "alter table rollup_next." + table + " set schema public");
            execute(connection, "alter table public." + table + " reset (autovacuum_enabled)");
        }
        // A view goes on showing the table that it was made of.
        for (String definition : strings(connection, """
                select format('create or replace view public.%I as %s', viewname,
                              replace(definition, 'rollup_old.', 'public.'))
                from pg_views where schemaname = 'public' and definition like '%rollup_old.%'
                """)) {
            execute(connection, definition);
        }
    }
}
