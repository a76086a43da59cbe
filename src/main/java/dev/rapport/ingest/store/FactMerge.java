package dev.rapport.ingest.store;

import dev.rapport.ingest.row.Repeat;
import dev.rapport.rollup.DirtyDays;
import java.sql.Connection;
import java.sql.SQLException;

/** Rows into a fact table: new keys are added; other content for a known key is a newer version, where that is wanted. */
final class FactMerge {
    private FactMerge() {}

    /** @return how many rows were news */
    static long run(Connection connection, FactTable fact, Repeat repeat, int importId) throws SQLException {
        String news = repeat == Repeat.LAST ? " or old.content <> w.content" : "";
        Sql.execute(connection, """
                create temp table import_news on commit drop as
                select w.row, old.id as old_id from import_winner w
                left join %s old on old.key = w.fact_key and old.current
                where old.id is null%s
                """.formatted(fact.name(), news));
        Sql.execute(connection, "create index on import_news (row)");
        Sql.execute(connection, "analyze import_news");
        Sql.update(
                connection,
                "update %s set current = false where id in (select old_id from import_news)".formatted(fact.name()));
        long stored = Sql.update(connection, insert(fact), importId);
        if (fact.family().isPresent()) {
            String mine = fact.momentsWhere("import_id = " + importId);
            String before = fact.momentsWhere("id in (select old_id from import_news)");
            DirtyDays.mark(connection, fact.family().get(), mine + " union all " + before);
        }
        return stored;
    }

    private static String insert(FactTable fact) {
        String from = " from import_news n join import_winner s on s.row = n.row";
        if (fact.hasPerson()) {
            from += " left join visitor v on v.key = s.person";
        }
        if (fact.hasSurvey()) {
            from += " join survey sv on sv.key = s.f_survey_key";
        }
        from += " left join import_channel c on c.name = s.f_channel";
        return "insert into " + fact.name() + " (key, content, import_id, "
                + String.join(", ", fact.columns().keySet())
                + ") select s.fact_key, s.content, ?::int, "
                + String.join(", ", fact.columns().values()) + from
                + " order by s.row";
    }
}
