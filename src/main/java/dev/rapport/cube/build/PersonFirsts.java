package dev.rapport.cube.build;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Derives what a person did for the first time ever; an order that was given back whole is none. Earlier facts that
 * come late move it, undone ones give it back.
 */
enum PersonFirsts {
    SESSION(1, "select started_at, day, channel_id from session as deed"),
    ORDER(2, "select at, day, channel_id from (select * from purchase where refunded < amount) as deed");

    private final int kind;
    private final String sql;

    PersonFirsts(int kind, String sql) {
        this.kind = kind;
        this.sql = sql;
    }

    /** Everybody's, into a table that has none of them yet. */
    void load(Handle handle) {
        String at = this == ORDER ? "at, order_key" : "started_at";
        handle.execute(
                """
                insert into person_first (kind, person_id, at, day, channel_id)
                select distinct on (person_id) ?::smallint, person_id, %s, day, channel_id
                from %s
                order by person_id, %s
                """.formatted(
                                this == ORDER ? "at" : "started_at",
                                this == ORDER ? "purchase where refunded < amount" : "session",
                                at),
                kind);
    }

    /** Makes anew the firsts of all in {@code rollup_touched}; answers the days that lost or won somebody's. */
    SortedSet<LocalDate> build(Handle handle) {
        handle.execute("""
                create temp table if not exists rollup_first (
                    person_id int, at timestamptz, day date, channel_id smallint
                ) on commit delete rows;
                truncate rollup_first;
                analyze rollup_touched
                """);
        handle.execute("""
                insert into rollup_first
                select touched.person_id, deed.*
                from (select distinct person_id from rollup_touched) as touched
                cross join lateral (
                    %s where deed.person_id = touched.person_id order by 1 %s limit 1
                ) as deed
                """.formatted(sql, this == ORDER ? ", order_key" : ""));
        handle.execute("""
                create temp table if not exists rollup_moved (day date) on commit delete rows
                """);
        handle.execute("truncate rollup_moved");
        handle.execute("""
                with gone as (
                    delete from person_first as old
                    where kind = ? and person_id in (select person_id from rollup_touched)
                      and not exists (
                          select 1 from rollup_first as new
                          where (new.person_id, new.at, new.day, new.channel_id)
                              = (old.person_id, old.at, old.day, old.channel_id))
                    returning day)
                insert into rollup_moved select distinct day from gone
                """, kind);
        handle.execute("""
                with won as (
                    insert into person_first (kind, person_id, at, day, channel_id)
                    select ?, person_id, at, day, channel_id from rollup_first
                    on conflict do nothing
                    returning day)
                insert into rollup_moved select distinct day from won
                """, kind);
        return new TreeSet<>(handle.select("select distinct day from rollup_moved")
                .mapTo(LocalDate.class)
                .list());
    }
}
