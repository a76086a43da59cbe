package dev.rapport.voice;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.StoringTurn;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Merges two surveys that ask alike: the answers of the one count as the other's, and the next file that names the one
 * finds the other. On the connection and in the transaction of the caller.
 */
final class SurveyMerging {
    private final Handle handle;

    SurveyMerging(Handle handle) {
        this.handle = handle;
    }

    /** Why the two cannot be one: what they ask by. */
    enum Difference {
        KIND,
        SCALE,
        DIRECTION,
        CLASSES
    }

    static @Nullable Difference difference(Survey one, Survey other) {
        if (!one.kind.equals(other.kind)) {
            return Difference.KIND;
        }
        if (one.scaleMin != other.scaleMin || one.scaleMax != other.scaleMax) {
            return Difference.SCALE;
        }
        if (one.lowerIsBetter != other.lowerIsBetter) {
            return Difference.DIRECTION;
        }
        return one.scoreClasses.equals(other.scoreClasses) && agree(one.words, other.words) ? null : Difference.CLASSES;
    }

    private static boolean agree(Map<String, Integer> words, Map<String, Integer> others) {
        return words.entrySet().stream()
                .allMatch(word -> word.getValue().equals(others.getOrDefault(word.getKey(), word.getValue())));
    }

    /** @return false when an import is being stored just now; nothing is done then */
    boolean merge(int from, int into) {
        if (!StoringTurn.attempt(handle)) {
            return false;
        }
        for (String fact : new String[] {"response", "invitation"}) {
            DirtyDays.mark(handle, "voice", "select at from " + fact + " where survey_id = " + from);
            handle.execute("update " + fact + " set survey_id = ? where survey_id = ?", into, from);
        }
        handle.execute("""
                update survey s set import_id = null, words = (select words from survey o where o.id = ?) || s.words, aliases = (
                    select array_agg(distinct spelling order by spelling) from (
                        select unnest(s.aliases) as spelling
                        union select name from survey o where o.id = ?
                        union select unnest(o.aliases) from survey o where o.id = ?) as spellings)
                where s.id = ?
                """, from, from, from, into);
        handle.execute("delete from survey where id = ?", from);
        return true;
    }
}
