package dev.rapport.ingest.store;

import dev.rapport.fact.FactTable;
import dev.rapport.fact.FactType;
import dev.rapport.fact.KeyRepeat;
import dev.rapport.ingest.mapping.Mapping;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Looks in all sources for the row keys of the staged rows.
 *
 * @param bySource the one that agrees most first
 * @param looked how many rows were looked for
 */
record SharedKeys(List<Shared> bySource, long looked) {
    private static final int LOOKED_AT = 5_000;

    /**
     * @param keys of the file that the source has
     * @param agree those of which what does not change is the same
     * @param samePerson those of which the person is known to be the same
     */
    record Shared(String name, long keys, long agree, long samePerson, String example) {}

    /** Unknown where one of the two says nothing, or one says a number and the other an address. */
    private static final String SAME_PERSON = "case when fv.id is null or w.person is null then null"
            + " when fv.key = w.person or fv.person_id = wv.person_id then true"
            + " when left(fv.key, 2) = left(w.person, 2) then false end";

    static SharedKeys of(Handle handle, FactType target, Mapping mapping) {
        FactTable fact = target.table().orElseThrow();
        boolean keyed = Winners.isKeyed(handle);
        sample(handle, target, fact, mapping, keyed);
        String key = isByOrder(fact, keyed) ? "order_key" : "key";
        String agrees = fact.name().equals("campaign_day")
                ? "f.content = w.content"
                : "f." + began(fact) + " = w.began"
                        + (fact.hasPerson() ? " and (" + SAME_PERSON + ") is not false" : "");
        String people = fact.hasPerson()
                ? " left join visitor fv on fv.id = f.visitor_id left join visitor wv on wv.key = w.person"
                : "";
        String mine = fact.hasPerson() ? "coalesce(" + SAME_PERSON + ", false)" : "false";
        List<Shared> shared = handle.select("""
                        select name, count(*), count(*) filter (where agrees), count(*) filter (where mine), min(example)
                        from (
                            select source.name, w.row, min(plain_key(f.%2$s)) as example, bool_or(%3$s) as agrees,
                                   bool_or(%4$s) as mine
                            from import_look w
                            cross join (select name, %5$s as suffix from source) as source
                            join %1$s f on f.%2$s = w.named || source.suffix || w.ending and f.current%6$s
                            group by source.name, w.row
                        ) as met group by name order by 3 desc, 2 desc, 1
                        """.formatted(fact.name(), key, agrees, mine, Sources.SUFFIX, people))
                .map((row, context) ->
                        new Shared(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getString(5)))
                .list();
        long looked = handle.select("select count(*) from import_look")
                .mapTo(long.class)
                .one();
        handle.execute("drop table import_look");
        return new SharedKeys(shared, looked);
    }

    /** Some of the rows, spread over the file, as they would be named without a source. */
    private static void sample(Handle handle, FactType target, FactTable fact, Mapping mapping, boolean keyed) {
        boolean adds = keyed && mapping.repeats(target) == KeyRepeat.SUM;
        String rows =
                adds ? "(" + Winners.added(target, mapping.traits().size(), Winners.UNSCOPED) + ")" : "import_stage";
        String named = isByOrder(fact, keyed) ? "s.f_order" : keyed ? "s.key" : "'#' || s.content || '#1'";
        handle.execute("""
                create temp table import_look on commit drop as
                select s.row, s.person, s.content, %1$s as named, %2$s as ending, %3$s as began
                from %5$s s
                where s.row %% greatest(1, (select count(*) from import_stage) / %4$d) = 0 and %1$s is not null
                """.formatted(
                        named,
                        target.has("survey_key") ? Winners.ofSurvey("s") : "''",
                        fact.columns().get(began(fact)),
                        LOOKED_AT,
                        rows));
        handle.execute("analyze import_look");
    }

    /** Lines without a number of their own are looked for by their order's. */
    private static boolean isByOrder(FactTable fact, boolean keyed) {
        return fact.together().isPresent() && !keyed;
    }

    private static String began(FactTable fact) {
        return fact.times().get(0);
    }
}
