package dev.rapport.ingest.store;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.fact.FieldKind;
import dev.rapport.fact.KeyRepeat;
import org.jdbi.v3.core.Handle;

/**
 * Chooses one of the rows that have one key: the first or the last, or all of them added up. Without keys a row is named by
 * its content and how often that came before.
 *
 * @param rows how many were chosen
 * @param repeated rows that gave way to one with other content
 * @param added rows that were added to another
 */
record Winners(long rows, long repeated, long added) {
    /** Of a sum of levels the highest is the day's: a network's followers by hour are no more people than at its end. */
    private static final String LEVEL = "followers";

    private static final String RATE = "rate";

    private static final String SCOPE = "import_scope";

    /** As if there were no sources. */
    static final String UNSCOPED = "(select ''::text collate \"C\" as suffix) as import_scope";

    /**
     * @param suffix what a key ends with, for its source
     * @param rows how many wait
     */
    record Scope(String suffix, long rows, int traits) {}

    /** Leaves them in {@code import_winner}, with the {@code fact_key} that says the source as well. */
    static Winners choose(Handle handle, FactType target, KeyRepeat repeat, Scope scope) {
        handle.execute("create temp table import_scope (suffix text collate \"C\") on commit drop");
        handle.execute("insert into import_scope values (?)", scope.suffix());
        long staged = scope.rows();
        boolean keyed = isKeyed(handle);
        boolean adds = keyed && repeat == KeyRepeat.SUM;
        handle.execute("create temp table import_winner on commit drop as "
                + (adds ? added(target, scope.traits(), SCOPE) : keyed ? oneOf(target, repeat) : each(target)));
        handle.execute("create index on import_winner (row)");
        handle.execute("analyze import_winner");
        long chosen = handle.select("select count(*) from import_winner")
                .mapTo(long.class)
                .one();
        if (adds || !keyed || chosen == staged) {
            return new Winners(chosen, 0, adds ? staged - chosen : 0);
        }
        handle.execute("create index on import_winner (fact_key)");
        return new Winners(
                chosen,
                handle.select("""
                select count(*) from (%s) as s join import_winner w on w.fact_key = s.fact_key
                where s.row <> w.row and s.content <> w.content
                """.formatted(named(target, SCOPE)))
                        .mapTo(long.class)
                        .one(),
                0);
    }

    /** No when EACH row is new, or the target's key has not been mapped. */
    static boolean isKeyed(Handle handle) {
        return handle.select("select count(*) from (select from import_stage where key is not null limit 1) as k")
                        .mapTo(long.class)
                        .one()
                > 0;
    }

    /** What a key is followed by: its source and, for what is said in a survey, that and the time. */
    private static String ending(FactType target) {
        return target.has("survey_key") ? " || suffix || " + ofSurvey("s") : " || suffix";
    }

    static String ofSurvey(String row) {
        return "E'\\x1f' || coalesce(%1$s.f_survey_key, '') || E'\\x1f' || (extract(epoch from %1$s.f_at) * 1000000)::bigint"
                .formatted(row);
    }

    private static String named(FactType target, String scope) {
        return "select s.*, (s.key%s) collate \"C\" as fact_key from import_stage s, %s"
                .formatted(ending(target), scope);
    }

    private static String oneOf(FactType target, KeyRepeat repeat) {
        return "select distinct on (fact_key) * from (%s) as named order by fact_key, row %s"
                .formatted(named(target, SCOPE), repeat == KeyRepeat.LAST ? "desc" : "asc");
    }

    private static String each(FactType target) {
        return """
                select s.*, ('#' || s.content || '#' || row_number() over (partition by s.content order by s.row)%s)
                    collate "C" as fact_key
                from import_stage s, import_scope
                """.formatted(ending(target));
    }

    /** What is counted or paid is added, the rest is as the first row says. */
    static String added(FactType target, int traits, String scope) {
        StringBuilder columns = new StringBuilder();
        StringBuilder sums = new StringBuilder();
        StringBuilder together = new StringBuilder();
        for (FactField field : target.fields()) {
            String column = Staging.column(field.key());
            if (field.kind() != FieldKind.WHOLE && field.kind() != FieldKind.DECIMAL) {
                columns.append(", named.").append(column);
                continue;
            }
            columns.append(", total.").append(column);
            String sum = field.key().equals(LEVEL) || field.key().equals(RATE)
                    ? "max(" + column + ")"
                    : "sum(%s)::%s".formatted(column, field.kind().type());
            sums.append(", ").append(sum).append(" as ").append(column);
            together.append(together.isEmpty() ? "" : ", ").append("coalesce(trim_scale(" + sum + "::numeric), -1)");
        }
        for (int i = 0; i < traits; i++) {
            columns.append(", named.t_").append(i);
        }
        return """
                with named as (%1$s), total as (
                    select fact_key, count(*) as parts, md5(concat_ws('|', %4$s))::uuid as content%3$s
                    from named group by fact_key)
                select distinct on (named.fact_key) named.row, named.line, named.person, named.key,
                       case when total.parts = 1 then named.content else total.content end as content%2$s, named.fact_key
                from named join total on total.fact_key = named.fact_key order by named.fact_key, named.row
                """.formatted(named(target, scope), columns, sums, together);
    }
}
