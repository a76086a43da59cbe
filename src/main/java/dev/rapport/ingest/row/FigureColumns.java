package dev.rapport.ingest.row;

import dev.rapport.ingest.file.Header;
import java.util.List;
import java.util.Set;

/** Finds the columns that would change a figure and are not used. */
public final class FigureColumns {
    private static final Set<String> CHANGING = Set.of(
            Money.CURRENCY,
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
    public static List<String> unused(Target target, Mapping mapping, Header header) {
        Set<String> used = MappingCheck.columns(mapping);
        return header.names().stream()
                .filter(name -> !used.contains(name))
                .filter(name -> target.mappable().stream()
                        .filter(field -> CHANGING.contains(field.key()))
                        .anyMatch(field -> field.synonyms().contains(Field.simple(name))
                                || field.synonyms().contains(Field.simple(Currencies.bare(name)))))
                .toList();
    }
}
