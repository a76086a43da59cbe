package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.fact.PersonRule;
import dev.rapport.fact.StoragePath;
import dev.rapport.fact.WholeFileRule;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping.Binding;
import dev.rapport.ingest.mapping.Mapping.TraitColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the columns that say something of the person and are worth a segment group. Only well-known ones, and few: each
 * group multiplies what is counted apart, so the others are left to choose.
 */
final class TraitSuggestion {
    private static final int MOST = 6;
    private static final int MOST_VALUES = 20;

    /** What does not change in a person's life, or with us. */
    private static final Set<String> LASTING =
            Set.of("birthyear", "yearofbirth", "gender", "cohort", "usercohort", "customercohort", "signupcohort");

    /** Traits that a segment group is there for from the start go by its name. */
    private static final Map<String, String> CANONICAL =
            Map.of("birthyear", "birth_year", "yearofbirth", "birth_year", "plan", "plan", "region", "region");

    private static final Set<String> CHANGING = Set.of(
            "plan",
            "tier",
            "contract",
            "lifecycle",
            "userlifecycle",
            "lifecyclestage",
            "segment",
            "customersegment",
            "customertype",
            "usertype",
            "status",
            "region",
            "country",
            "city",
            "state",
            "language",
            "agegroup",
            "industry",
            "companysize",
            "membership",
            "loyaltytier",
            "paymentmethod",
            "internetservice");

    private TraitSuggestion() {}

    static List<TraitColumn> of(FactType target, Map<String, Binding> fields, UploadSample sample) {
        boolean somebody = List.of(FactType.CUSTOMER, FactType.EMAIL, FactType.ANONYMOUS).stream()
                .anyMatch(fields::containsKey);
        if (target.person() == PersonRule.NONE || !somebody) {
            return List.of();
        }
        boolean aboutPeople = target.storagePath() == StoragePath.PEOPLE
                || target.wholeFileRule() == WholeFileRule.SUBSCRIPTION_PRICE;
        Set<String> taken = new HashSet<>();
        fields.forEach((field, binding) -> {
            if (!field.equals("plan")) {
                taken.addAll(binding.columns());
            }
        });
        List<TraitColumn> traits = new ArrayList<>();
        for (String column : sample.header().names()) {
            String name = FactField.simple(column);
            boolean lasting = LASTING.contains(name);
            // an event's or a ticket's status is not the person's
            boolean known = lasting
                    || CHANGING.contains(name) && (aboutPeople || !name.equals("status") && !name.equals("state"));
            if (known && !taken.contains(column) && fewValues(column, name, sample) && traits.size() < MOST) {
                boolean dated = !lasting
                        && !aboutPeople
                        && target.at().filter(fields::containsKey).isPresent();
                traits.add(new TraitColumn(column, CANONICAL.getOrDefault(name, column), dated, true));
            }
        }
        return traits;
    }

    private static boolean fewValues(String column, String name, UploadSample sample) {
        int values = new HashSet<>(MappingSuggestion.texts(column, sample)).size();
        // years of birth come in more values than other groups
        return values > 0 && (values <= MOST_VALUES || name.contains("birth"));
    }
}
