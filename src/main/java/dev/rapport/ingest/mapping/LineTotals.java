package dev.rapport.ingest.mapping;

import dev.rapport.ingest.file.UploadSample;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what a file's totals tell of its lines: whether one is the whole order's, and whether tax comes on top of
 * prices.
 */
final class LineTotals {
    private static final BigDecimal ROUNDING = new BigDecimal("0.021");

    private LineTotals() {}

    /**
     * Whether the amount is that of all lines of an order, and would count once a line: it is another than quantity times price
     * in most orders of several lines.
     */
    static boolean isOfOrders(Mapping mapping, UploadSample sample) {
        int differing = 0;
        int several = 0;
        for (List<List<String>> lines : orders(mapping, sample).values()) {
            if (lines.size() > 1) {
                several++;
                boolean all = lines.stream().allMatch(line -> {
                    Optional<BigDecimal> amount = number("amount", mapping, sample, line);
                    return amount.isPresent()
                                    && near(
                                            amount.get(),
                                            goods(mapping, sample, line)
                                                    .subtract(value("discount", mapping, sample, line)))
                            || amount.isPresent() && near(amount.get(), goods(mapping, sample, line));
                });
                differing += all ? 0 : 1;
            }
        }
        return several > 0 && 2 * differing > several;
    }

    /** An order of several lines, where each order of several has the same amount in all of them. */
    static Optional<String> repeated(Mapping mapping, UploadSample sample) {
        Optional<String> example = Optional.empty();
        for (var order : orders(mapping, sample).entrySet()) {
            if (order.getValue().size() > 1) {
                long amounts = order.getValue().stream()
                        .map(line -> cell("amount", mapping, sample, line))
                        .distinct()
                        .count();
                String amount = cell("amount", mapping, sample, order.getValue().get(0));
                if (amounts > 1 || amount.isEmpty()) {
                    return Optional.empty();
                }
                example = example.or(() -> Optional.of(order.getKey() + ": " + amount));
            }
        }
        return example;
    }

    /** Lines, shipping and tax less discount make the total; where the total is known of an order with tax. */
    static boolean isTaxBeside(Mapping mapping, UploadSample sample) {
        int beside = 0;
        int told = 0;
        for (List<List<String>> lines : orders(mapping, sample).values()) {
            BigDecimal tax = sum("tax", mapping, sample, lines);
            Optional<BigDecimal> total = lines.stream()
                    .flatMap(line -> number("total", mapping, sample, line).stream())
                    .findFirst();
            if (tax.signum() > 0 && total.isPresent()) {
                BigDecimal goods = lines.stream()
                        .map(line ->
                                number("amount", mapping, sample, line).orElseGet(() -> goods(mapping, sample, line)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                BigDecimal all = goods.subtract(sum("discount", mapping, sample, lines))
                        .add(sum("shipping", mapping, sample, lines))
                        .add(tax);
                told++;
                beside += near(all, total.get()) ? 1 : 0;
            }
        }
        return told > 0 && 2 * beside > told;
    }

    private static boolean near(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(ROUNDING) <= 0;
    }

    private static Map<String, List<List<String>>> orders(Mapping mapping, UploadSample sample) {
        Map<String, List<List<String>>> orders = new LinkedHashMap<>();
        for (List<String> row : sample.rows()) {
            String order = cell("order", mapping, sample, row);
            if (!order.isBlank()) {
                orders.computeIfAbsent(order, key -> new java.util.ArrayList<>())
                        .add(row);
            }
        }
        return orders;
    }

    private static BigDecimal goods(Mapping mapping, UploadSample sample, List<String> line) {
        return number("quantity", mapping, sample, line)
                .orElse(BigDecimal.ONE)
                .multiply(value("price", mapping, sample, line));
    }

    private static BigDecimal sum(String field, Mapping mapping, UploadSample sample, List<List<String>> lines) {
        return lines.stream().map(line -> value(field, mapping, sample, line)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal value(String field, Mapping mapping, UploadSample sample, List<String> line) {
        return number(field, mapping, sample, line).orElse(BigDecimal.ZERO).abs();
    }

    private static Optional<BigDecimal> number(String field, Mapping mapping, UploadSample sample, List<String> line) {
        return number(cell(field, mapping, sample, line));
    }

    /** A number of which nobody has said how it is written. */
    static Optional<BigDecimal> number(String text) {
        DecimalStyle style =
                DecimalVotes.vote(text) == DecimalVotes.Vote.COMMA ? DecimalStyle.COMMA : DecimalStyle.POINT;
        return style.parse(Currencies.split(text, "").number());
    }

    private static String cell(String field, Mapping mapping, UploadSample sample, List<String> line) {
        return mapping.binding(field)
                .filter(binding -> binding.columns().size() == 1)
                .map(binding ->
                        sample.header().position(binding.columns().get(0)).orElse(-1))
                .filter(position -> position >= 0 && position < line.size())
                .map(position -> line.get(position).strip())
                .orElse("");
    }
}
