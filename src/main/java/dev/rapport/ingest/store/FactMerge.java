package dev.rapport.ingest.store;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.fact.FactTable;
import dev.rapport.fact.KeyRepeat;
import org.jdbi.v3.core.Handle;

/**
 * Stores staged rows as facts: new keys are added; other content for a known key is a newer version, where that is
 * wanted.
 */
final class FactMerge {
    private FactMerge() {}

    /**
     * Tells the rows apart, and leaves those that are news in {@code import_news}.
     *
     * @param staged how many rows the file had
     */
    static ImportCounts classify(Handle handle, FactTable fact, KeyRepeat repeat, Winners winners, long staged) {
        boolean first = repeat == KeyRepeat.FIRST;
        handle.execute("""
                create temp table import_news on commit drop as
                select w.row, old.id as old_id from import_winner w
                left join %s old on old.key = w.fact_key and old.current
                where old.id is null or old.content <> w.content
                """.formatted(fact.name()));
        handle.execute("create index on import_news (row)");
        handle.execute("analyze import_news");
        return handle.select("select count(*) - count(old_id), count(old_id) from import_news")
                .map((row, context) -> {
                    long stored = row.getLong(1);
                    long other = row.getLong(2);
                    long same = staged - stored - other - winners.repeated() - winners.added();
                    return new ImportCounts(
                            stored, same, first ? 0 : other, first ? other : 0, winners.repeated(), winners.added());
                })
                .one();
    }

    static void run(Handle handle, FactTable fact, KeyRepeat repeat, int importId, int sourceId) {
        RepeatedRows.note(
                handle,
                fact.name(),
                "select old.id from import_winner w join %s old on old.key = w.fact_key and old.current and old.content = w.content"
                        .formatted(fact.name()),
                importId);
        if (repeat == KeyRepeat.FIRST) {
            handle.execute("delete from import_news where old_id is not null");
        }
        handle.execute(
                "update %s set current = false where id in (select old_id from import_news)".formatted(fact.name()));
        handle.execute(insert(fact), importId, sourceId);
        Replacements.keep(handle, fact, importId);
        String mine = fact.momentsWhere("import_id = " + importId);
        String before = fact.momentsWhere("id in (select old_id from import_news)");
        DirtyDays.mark(handle, fact.family(), mine + " union all " + before);
    }

    private static String insert(FactTable fact) {
        String from = " from import_news n join import_winner s on s.row = n.row cross join import_scope";
        if (fact.hasPerson()) {
            from += " left join visitor v on v.key = s.person";
        }
        if (fact.hasSurvey()) {
            from += " join import_survey sv on sv.letters = s.f_survey_key";
        }
        from += " left join import_channel c on c.name = s.f_channel";
        return "insert into " + fact.name() + " (key, content, import_id, source_id, "
                + String.join(", ", fact.columns().keySet())
                + ") select s.fact_key, s.content, ?::int, ?::int, "
                + String.join(", ", fact.columns().values()) + from
                + " order by s.row";
    }
}
