package dev.rapport.revenue;

import dev.rapport.db.SqlBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/**
 * Finds what people said of why they left, or stopped on the way to an order. Why somebody left is what was said nearest to
 * the end, from 30 days before it to 90 days after. What a person in the product says goes before what files say, however near.
 */
public final class SaidReasons {
    static final SaidReasons NOT_ASKED = new SaidReasons(Map.of());

    private static final String SELECT =
            "select person_id, (extract(epoch from at) * 1000000)::bigint, reason, by_person from said_reason where about = ";

    /** Nobody said anything. */
    static final String UNKNOWN = "";

    private static final int DAYS_BEFORE = 30;
    private static final int DAYS_AFTER = 90;
    private static final long BEFORE = TimeUnit.DAYS.toMicros(DAYS_BEFORE);
    private static final long AFTER = TimeUnit.DAYS.toMicros(DAYS_AFTER);

    private final Map<Integer, List<Said>> said;

    private record Said(long at, String reason, boolean byPerson) {}

    private SaidReasons(Map<Integer, List<Said>> said) {
        this.said = said;
    }

    static SaidReasons ofLeaving(Handle handle) {
        return read(handle, new SqlBuilder().add(SELECT + "'left' order by person_id, by_person desc, at, reason"));
    }

    public static SaidReasons ofStopping(Handle handle, Collection<Integer> people) {
        return read(
                handle,
                new SqlBuilder()
                        .add(
                                SELECT + "'stopped' and person_id = any(?) order by by_person, at, no",
                                SqlBuilder.array("integer", people)));
    }

    private static SaidReasons read(Handle handle, SqlBuilder sql) {
        Map<Integer, List<Said>> said = new HashMap<>();
        sql.read(
                handle,
                row -> said.computeIfAbsent(row.getInt(1), person -> new ArrayList<>(1))
                        .add(new Said(row.getLong(2), row.getString(3), row.getBoolean(4))));
        return new SaidReasons(said);
    }

    /**
     * Why somebody left, as SQL of one value, for rows; null when nobody said anything.
     *
     * @param person SQL of whose
     * @param ended SQL of when, a timestamptz
     */
    static String sql(String person, String ended) {
        return """
                (select said.reason from said_reason as said
                 where said.about = 'left' and said.person_id = %1$s
                   and said.at between %2$s - interval '%3$d days' and %2$s + interval '%4$d days'
                 order by said.by_person desc, abs(extract(epoch from said.at - %2$s)), said.at, said.reason limit 1)
                """.formatted(person, ended, DAYS_BEFORE, DAYS_AFTER);
    }

    /** Why somebody left. @param ended microseconds of the epoch */
    String nearest(int person, long ended) {
        String nearest = UNKNOWN;
        long least = Long.MAX_VALUE;
        boolean byPerson = false;
        for (Said each : said.getOrDefault(person, List.of())) {
            long away = Math.abs(each.at - ended);
            boolean counts = each.at >= ended - BEFORE && each.at <= ended + AFTER && (each.byPerson || !byPerson);
            if (counts && away < least) {
                least = away;
                nearest = each.reason;
                byPerson = each.byPerson;
            }
        }
        return nearest;
    }

    /** What somebody said last, or a person of them, between two moments. @param from,to microseconds of the epoch, both included */
    public String last(int person, long from, long to) {
        return said.getOrDefault(person, List.of()).stream()
                .filter(each -> each.at >= from && each.at <= to)
                .map(Said::reason)
                .reduce(UNKNOWN, (earlier, later) -> later);
    }
}
