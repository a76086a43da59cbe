package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactType;
import dev.rapport.fact.WholeFileRule;
import dev.rapport.ingest.file.TableHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fills in what an order of several lines says in its first line only: its state, its customer, its currency. Amounts are not:
 * they would count once a line.
 */
final class Continuation {
    private static final Set<String> OF_THE_ORDER = Set.of(
            "status", "currency", "converted_currency", "at", "customer", "email", "phone", "channel", "campaign");

    /** A total in each line is the line's. */
    static final String EACH = "each";

    /** A total that stands in each line is the order's, and counts in the first. */
    static final String ONCE = "once";

    private static final List<String> TOTALS = List.of("discount", "shipping", "tax", "refunded", "total");

    private final int order;
    private final int status;
    private final int cancelled;
    private final int[] carried;
    private final int amount;
    private final int[] totals;
    private List<String> before = List.of();

    private Continuation(int order, int status, int cancelled, int[] carried, int amount, int[] totals) {
        this.amount = amount;
        this.totals = totals;
        this.order = order;
        this.status = status;
        this.cancelled = cancelled;
        this.carried = carried;
    }

    static Optional<Continuation> of(FactType target, Mapping mapping, TableHeader header) {
        int order = column("order", mapping, header);
        if (target.wholeFileRule() != WholeFileRule.ORDER_LINE || order < 0) {
            return Optional.empty();
        }
        int[] carried = OF_THE_ORDER.stream()
                .mapToInt(field -> column(field, mapping, header))
                .filter(column -> column >= 0)
                .toArray();
        int amount = column("amount", mapping, header);
        boolean once = amount >= 0
                && mapping.answer(
                                ImportQuestion.Kind.REPEATED_TOTAL,
                                header.names().get(amount))
                        .filter(ONCE::equals)
                        .isPresent();
        int[] totals = TOTALS.stream()
                .mapToInt(field -> column(field, mapping, header))
                .filter(column -> once && column >= 0)
                .toArray();
        return Optional.of(new Continuation(
                order,
                column("status", mapping, header),
                column("cancelled", mapping, header),
                carried,
                once ? amount : -1,
                totals));
    }

    private static int column(String field, Mapping mapping, TableHeader header) {
        return mapping.binding(field)
                .filter(binding -> binding.columns().size() == 1)
                .map(binding -> header.position(binding.columns().get(0)).orElse(-1))
                .orElse(-1);
    }

    /** The cells of a line with what the lines of its order before it say. */
    List<String> complete(List<String> cells) {
        boolean goesOn = !before.isEmpty()
                && !cells.get(order).isBlank()
                && cells.get(order).equals(before.get(order));
        List<String> whole = goesOn ? new ArrayList<>(cells) : cells;
        if (goesOn) {
            // a line may be cancelled by itself, but not where the state of the order stands in its first line only
            if (status >= 0 && cells.get(status).isBlank() && cancelled >= 0) {
                carry(whole, cancelled);
            }
            for (int column : carried) {
                carry(whole, column);
            }
            if (amount >= 0) {
                whole.set(amount, "0");
            }
            for (int column : totals) {
                whole.set(column, "");
            }
        }
        before = List.copyOf(whole);
        return whole;
    }

    private void carry(List<String> cells, int column) {
        if (cells.get(column).isBlank()) {
            cells.set(column, before.get(column));
        }
    }
}
