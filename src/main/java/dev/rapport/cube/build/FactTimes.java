package dev.rapport.cube.build;

import dev.rapport.db.ReportingTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When the facts of a family happened: what makes their days dirty. */
final class FactTimes {
    private FactTimes() {}

    /** A select of one timestamptz column over all facts of the family. */
    static String of(String family) {
        return select(family, "true", "true");
    }

    /**
     * The first of the family's facts at a time or after it, which is each parameter. Kind by kind, by their indexes: of all kinds
     * together PostgreSQL would read every fact there is.
     */
    static String firstOfFacts(String family) {
        return Stream.of(select(family, "true", "false").split("union all"))
                .map("(select at from (%s) as moment(at) where at >= ? order by at limit 1)"::formatted)
                .collect(Collectors.joining(", ", "select least(", ")"));
    }

    /** The same, of the facts of the persons whose ids {@code persons} selects, and of the sessions and orders kept as theirs. */
    static String ofPersons(String family, String persons) {
        String now = "visitor_id in (select id from visitor where person_id in (" + persons + "))";
        return select(family, now, "person_id in (" + persons + ")");
    }

    private static String select(String family, String fact, String kept) {
        return switch (family) {
            case "behaviour" -> """
                    select at from event where %1$s
                    union all select started_at from session where %2$s
                    """.formatted(fact, kept);
            case "voice" -> """
                    select at from invitation where current and %1$s
                    union all select at from response where current and %1$s
                    """.formatted(fact);
            case "support" -> """
                    select created_at from ticket where current and %1$s
                    union all select resolved_at from ticket where current and %1$s
                    """.formatted(fact);
            case "revenue" -> """
                    select at from order_line where current and %1$s
                    union all select refunded_at as at from order_line
                        where current and refunded_at is not null and %1$s
                    union all select at from purchase where %2$s
                    union all select at from refund where %2$s
                    """.formatted(fact, kept);
            case "campaign" -> ("""
                    select """ + ReportingTime.start("day") + """
                    from campaign_day
                    where current and %s
                    """).formatted(fact.equals("true"));
            // Nobody but the rollup marks them: with the days of orders.
            case "attribution" -> """
                    select at from order_line where current and %1$s
                    union all select refunded_at as at from order_line
                        where current and refunded_at is not null and %1$s
                    """.formatted(fact);
            case "social" -> """
                    select at from post where current and %2$s
                    union all select at from mention where current and %1$s
                    """.formatted(fact, fact.equals("true"));
            default -> throw new IllegalArgumentException("no family " + family);
        };
    }
}
