package dev.rapport.cube.store;

import dev.rapport.db.SqlBuilder;
import java.util.List;
import org.jdbi.v3.core.Handle;

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
            "month_set",
            "value_run");

    private ShadowTables() {}

    /** Until the transaction ends. */
    public static void enter(Handle handle) {
        handle.execute("set local search_path = rollup_next, public");
    }

    /** Empty, and without indexes: those are made when the rows are there. */
    public static void create(Handle handle) {
        drop(handle, "rollup_next");
        for (String table : TABLES) {
            handle.execute("create table rollup_next.%1$s (like public.%1$s including all excluding indexes)"
                    .formatted(table));
            // It would stand in the way when the tables change places.
            handle.execute("alter table rollup_next." + table + " set (autovacuum_enabled = off)");
            for (String options : handle.select("""
                    select array_to_string(reloptions, ', ') from pg_class
                    where oid = ('public.' || ?)::regclass and reloptions is not null
                    """, table).mapTo(String.class).list()) {
                handle.execute("alter table rollup_next." + table + " set (" + options + ")");
            }
        }
    }

    public static void drop(Handle handle, String schema) {
        for (String table : handle.select("select tablename from pg_tables where schemaname = ?", schema)
                .mapTo(String.class)
                .list()) {
            handle.execute("drop table " + schema + "." + table);
        }
    }

    /** The names of the indexes that a table in use has. */
    public static List<String> indexes(Handle handle, String table) {
        return handle.select("select indexname from pg_indexes where schemaname = 'public' and tablename = ?", table)
                .mapTo(String.class)
                .list();
    }

    /** Makes the index as the table in use has it. */
    public static void index(Handle handle, String index) {
        for (String definition : handle.select("select pg_get_indexdef(('public.' || ?)::regclass)", index)
                .mapTo(String.class)
                .list()) {
            handle.execute(definition.replaceFirst(" ON public\\.", " ON rollup_next."));
        }
    }

    /** Which indexes are primary keys. */
    public static void constrain(Handle handle) {
        for (String key : handle.select("""
                select format('alter table rollup_next.%I add constraint %I primary key using index %I',
                              relname, conname, conname)
                from pg_constraint join pg_class on pg_class.oid = conrelid
                where contype = 'p' and connamespace = 'public'::regnamespace and relname = any(?)
                order by conname
                """, SqlBuilder.array("text", TABLES))
                .mapTo(String.class)
                .list()) {
            handle.execute(key);
        }
    }

    /**
     * Columns and indexes of the tables in use: what was begun before a migration changed them cannot take their place
     * after.
     */
    public static String layout(Handle handle) {
        return handle.select("""
                        select md5(string_agg(line, '|' order by line)) from (
                            select concat_ws(' ', table_name, ordinal_position, column_name, data_type)
                            from information_schema.columns where table_schema = 'public' and table_name = any(?)
                            union all
                            select indexdef from pg_indexes where schemaname = 'public' and tablename = any(?)
                        ) as layout(line)
                        """, SqlBuilder.array("text", TABLES), SqlBuilder.array("text", TABLES))
                .mapTo(String.class)
                .one();
    }

    /** New for old, in the transaction of the caller; fails after the timeout when a reader holds on to an old one. */
    public static void swap(Handle handle, int timeoutMillis) {
        handle.execute("set local lock_timeout = " + timeoutMillis);
        handle.execute("lock table public." + String.join(", public.", TABLES) + " in access exclusive mode");
        for (String table : TABLES) {
            handle.execute("alter table public." + table + " set schema rollup_old");
            handle.execute("alter table rollup_next." + table + " set schema public");
            handle.execute("alter table public." + table + " reset (autovacuum_enabled)");
        }
        // A view goes on showing the table that it was made of.
        for (String definition : handle.select("""
                select format('create or replace view public.%I as %s', viewname,
                              replace(definition, 'rollup_old.', 'public.'))
                from pg_views where schemaname = 'public' and definition like '%rollup_old.%'
                """).mapTo(String.class).list()) {
            handle.execute(definition);
        }
    }
}
