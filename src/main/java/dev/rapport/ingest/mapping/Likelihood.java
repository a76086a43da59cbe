package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.fact.HeaderEvidence;
import dev.rapport.fact.PersonRule;
import dev.rapport.ingest.mapping.Mapping.Binding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Scores how much a file's columns tell of a target. Somebody, a time, a channel or a key are in files of every kind
 * and say little; what only rows of one kind have says most. A file of which nothing tells is claimed by no target.
 */
final class Likelihood {
    private static final int TELLING = HeaderEvidence.STRONG;
    private static final int NEEDED = HeaderEvidence.WEAK;
    private static final int NOTHING_TELLING = -12;
    private static final int NOBODY = -8;
    private static final int FOREIGN = -6;

    /** What other tables have too: alone it does not make a ticket of a row. */
    private static final Set<String> WEAK = Set.of("subject", "assignee", "team");

    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?i)employee|salary|wage|payroll|temperature|humidity|rainfall|precipitation|\\bwind|pressure|warehouse"
                    + "|stock on hand|reorder|\\bshelf|iban|http status|status code|user[ _-]?agent|bytes sent|remote[ _](?:addr|host)"
                    + "|latitude.*longitude|tax id|net pay|gross pay");

    private Likelihood() {}

    static int of(FactType target, Map<String, Binding> bindings, List<String> header) {
        Set<String> found = bindings.keySet();
        Set<String> telling = target.telling();
        int evidence = evidence(target, bindings, header);
        int points = evidence == 0 && telling.stream().noneMatch(found::contains) ? NOTHING_TELLING : evidence;
        for (FactField field : target.mappable()) {
            boolean given = found.contains(field.key());
            if (given) {
                points += telling.contains(field.key()) ? TELLING : field.required() ? NEEDED : 1;
            } else if (field.required()) {
                points -= telling.contains(field.key()) ? TELLING : NEEDED;
            }
        }
        points += FOREIGN
                * (int) header.stream()
                        .filter(name -> ELSEWHERE.matcher(name).find())
                        .count();
        return points + (target.person() == PersonRule.NEEDED && !isAboutSomebody(found) ? NOBODY : 0);
    }

    /** Whether the columns tell enough of it for it to be suggested at all. */
    static boolean claims(FactType target, Map<String, Binding> bindings, List<String> header) {
        Set<String> found = bindings.keySet();
        Set<String> telling = target.telling();
        int evidence = evidence(target, bindings, header);
        long strong = telling.stream()
                        .filter(field -> found.contains(field) && !WEAK.contains(field))
                        .filter(field -> !isAnyId(bindings.getOrDefault(field, Binding.column())))
                        .count()
                + (evidence > 0 ? 1 : 0);
        boolean whole = target.mappable().stream().allMatch(field -> !field.required() || found.contains(field.key()));
        boolean somebody = target.person() != PersonRule.NEEDED || isAboutSomebody(found);
        return strong > 0
                && (whole || strong > 1)
                && (somebody || whole && found.contains("order"))
                && of(target, bindings, header) > 0;
    }

    /** A number that rows of every kind have: no order for that. */
    private static boolean isAnyId(Binding binding) {
        return binding.columns().stream()
                .anyMatch(column -> FactField.simple(column).equals("id"));
    }

    private static boolean isAboutSomebody(Set<String> found) {
        return found.contains(FactType.CUSTOMER)
                || found.contains(FactType.EMAIL)
                || found.contains(FactType.ANONYMOUS);
    }

    private static int evidence(FactType target, Map<String, Binding> bindings, List<String> header) {
        Map<String, List<String>> columns = new HashMap<>();
        bindings.forEach((field, binding) -> columns.put(field, binding.columns()));
        return target.evidence(new HeaderEvidence(columns, header));
    }
}
