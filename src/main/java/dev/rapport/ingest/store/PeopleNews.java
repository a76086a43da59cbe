package dev.rapport.ingest.store;

import dev.rapport.db.SqlFile;
import dev.rapport.db.TableStatistics;
import dev.rapport.fact.FactType;
import dev.rapport.fact.KeyRepeat;
import dev.rapport.ingest.mapping.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Classifies the people of an import: those who are new, of whom something else was known, and of whom nothing new is
 * said.
 */
final class PeopleNews {
    private static final int KEPT = 100_000;

    private PeopleNews() {}

    /** What was said last is put side by side first: looked up one by one, traits would cost the square of their number. */
    static ImportCounts classify(Handle handle, FactType target, Mapping mapping, Winners winners, long staged) {
        boolean first = mapping.repeats(target) == KeyRepeat.FIRST;
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("$name", "w." + Staging.column("name"));
        columns.put("$email", "w." + Staging.column("email"));
        columns.put("$since", "w." + Staging.column("since") + "::text");
        for (int i = 0; i < mapping.traits().size(); i++) {
            columns.put(mapping.traits().get(i).trait().strip(), "w.t_" + i);
        }
        List<String> last = new ArrayList<>();
        List<String> others = new ArrayList<>();
        columns.forEach((trait, column) -> {
            int no = last.size();
            last.add("max(value) filter (where trait = '%s') as last_%d".formatted(trait.replace("'", "''"), no));
            others.add("%1$s is not null and %1$s is distinct from s.last_%2$d".formatted(column, no));
        });
        String sql =
                SqlFile.of("ingest/classify_people").formatted(String.join(", ", last), String.join(" or ", others));
        return handle.select(sql)
                .map((row, context) -> {
                    long stored = row.getLong(1);
                    long other = row.getLong(2);
                    long same = staged - stored - other - winners.repeated();
                    return new ImportCounts(stored, same, first ? 0 : other, first ? other : 0, winners.repeated(), 0);
                })
                .one();
    }

    /** Once traits are stored: which values took the place of which. */
    static void keepReplaced(Handle handle, int importId) {
        TableStatistics.renew(handle, "person_trait", "visitor");
        handle.execute(SqlFile.of("ingest/keep_replaced_traits").formatted(KEPT), importId, importId, importId);
    }
}
