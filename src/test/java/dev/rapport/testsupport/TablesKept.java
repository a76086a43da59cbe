package dev.rapport.testsupport;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Puts the tables of a database that others use back to what was in them: for a test that sends anything to every form.
 * The versions of the data only go on, so that nothing kept from before passes for what is there now.
 */
public final class TablesKept implements AutoCloseable {
    private static final String TABLES = """
            select c.relname, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as names
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('data_version', 'flyway_schema_history')
            group by c.relname
            """;

    private final DataSource database;

    public TablesKept(DataSource database) throws SQLException {
        this.database = database;
        run("""
                do $$ declare t record; begin
                  drop schema if exists tables_kept cascade;
                  create schema tables_kept;
                  for t in %s loop
                    execute format('create table tables_kept.%%1$I as select %%2$s from public.%%1$I', t.relname, t.names);
                  end loop;
                  create table tables_kept.since_then as select pg_current_xact_id()::text::bigint as id;
                end $$""".formatted(TABLES));
    }

    @Override
    public void close() throws SQLException {
        run("""
                do $$ declare t record; changed boolean; since bigint; begin
                  set local session_replication_role = replica;
                  select id into since from tables_kept.since_then;
                  for t in %s loop
                    execute format('select (select count(*) from public.%%1$I) <> (select count(*) from tables_kept.%%1$I)
                      or exists (select from public.%%1$I where xmin::text::bigint >= $1)', t.relname) into changed using since;
                    if changed then
                      execute format('delete from public.%%I', t.relname);
                      execute format('insert into public.%%1$I (%%2$s) overriding system value select %%2$s from tables_kept.%%1$I',
                        t.relname, t.names);
                    end if;
                  end loop;
                  insert into data_version (area, changes) select distinct area, 1 from data_version;
                  drop schema tables_kept cascade;
                end $$""".formatted(TABLES));
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
