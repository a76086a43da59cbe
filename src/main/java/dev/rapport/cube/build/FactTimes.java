package dev.rapport.cube.build;

import dev.rapport.fact.FactTypes;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Selects the times at which the facts of a family happened: what makes their days dirty. */
final class FactTimes {
    /** Of facts that nobody has there are still times to select. */
    private static final String NEVER = "select null::timestamptz as at where false";

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
        return selects(family, "true", "false")
                .map("(select at from (%s) as moment(at) where at >= ? order by at limit 1)"::formatted)
                .collect(Collectors.joining(", ", "select least(", ")"));
    }

    /** The same, of the facts of the persons whose ids {@code persons} selects, and of the sessions and orders kept as theirs. */
    static String ofPersons(String family, String persons) {
        String now = "visitor_id in (select id from visitor where person_id in (" + persons + "))";
        return select(family, now, "person_id in (" + persons + ")");
    }

    private static String select(String family, String fact, String kept) {
        return Stream.concat(Stream.of(NEVER), selects(family, fact, kept)).collect(Collectors.joining(" union all "));
    }

    /** Facts without persons are nobody's: not looked at for some persons'. */
    private static Stream<String> selects(String family, String fact, String kept) {
        boolean anybody = fact.equals("true");
        // what campaigns brought is marked by the rollup alone: with the days of orders
        String marked = family.equals("attribution") ? "revenue" : family;
        Stream<String> facts = FactTypes.tables().stream()
                .filter(table -> table.family().equals(marked) && (anybody || table.hasPerson()))
                .flatMap(table -> table.countedWhere(fact));
        return Stream.concat(facts, derived(family, fact, kept));
    }

    private static Stream<String> derived(String family, String fact, String kept) {
        return switch (family) {
            case "behaviour" ->
                Stream.of("select at from event where " + fact, "select started_at as at from session where " + kept);
            case "revenue" -> Stream.of("select at from purchase where " + kept, "select at from refund where " + kept);
            default -> Stream.empty();
        };
    }
}
