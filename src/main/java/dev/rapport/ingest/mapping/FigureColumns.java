package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.ingest.file.TableHeader;
import java.util.List;
import java.util.Set;

/** Finds the columns that would change a figure and are not used. */
public final class FigureColumns {
    private static final Set<String> CHANGING = Set.of(
            MoneyConversion.CURRENCY,
            "discount",
            "shipping",
            "tax",
            "refunded",
            "refunded_at",
            "refund_of",
            "status",
            "cancelled",
            "quantity",
            "interval",
            "interval_count",
            "trial_ended",
            "ended");

    private FigureColumns() {}

    /** @return columns by their names, in the order of the file */
    public static List<String> unused(FactType target, Mapping mapping, TableHeader header) {
        Set<String> used = MappingCheck.columns(mapping);
        return header.names().stream()
                .filter(name -> !used.contains(name))
                .filter(name -> target.mappable().stream()
                        .filter(field -> CHANGING.contains(field.key()))
                        .anyMatch(field -> field.synonyms().contains(FactField.simple(name))
                                || field.synonyms().contains(FactField.simple(Currencies.bare(name)))))
                .toList();
    }
}
