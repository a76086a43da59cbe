package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.fact.WholeFileRule;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping.Binding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Suggests what columns about money mean: those that change a figure are used, and none is counted twice. */
final class MoneySuggestion {
    private static final int MOST_STATES = 12;
    private static final int MOST_INTERVALS = 6;

    private MoneySuggestion() {}

    /** Whether a column of these words serves a field of words about money; empty for other fields. */
    static Optional<Boolean> fits(FactField field, String column, List<String> texts) {
        Set<String> words = texts.stream().limit(2_000).collect(Collectors.toSet());
        if (field.key().endsWith(MoneyConversion.CURRENCY)) {
            return Optional.of(
                    words.stream().anyMatch(word -> Currencies.read(word, "").isPresent()));
        }
        if (MoneyConversion.is(field)) {
            return Optional.of(texts.stream().filter(MoneySuggestion::isAmount).count() > texts.size() / 2);
        }
        if (MoneyQuestions.kind(field).isEmpty()) {
            return Optional.empty();
        }
        long known = words.stream()
                .filter(word -> MoneyQuestions.isKnown(field, word))
                .count();
        return Optional.of(
                switch (field.key()) {
                    case "type" -> known > 0 && words.size() <= MOST_STATES;
                    case "interval" -> known > 0 || words.size() <= MOST_INTERVALS && !isPeriod(texts);
                    default ->
                        known > 0
                                || words.size() <= MOST_STATES
                                        && FactField.simple(column).contains("status");
                });
    }

    private static boolean isAmount(String text) {
        String number = Currencies.split(text, "").number();
        return DecimalStyle.POINT.parse(number).isPresent()
                || DecimalStyle.COMMA.parse(number).isPresent();
    }

    /** {@code 2024-01} and {@code 12} are periods, but say nothing of how often. */
    private static boolean isPeriod(List<String> texts) {
        return texts.stream().allMatch(text -> text.chars().noneMatch(Character::isLetter));
    }

    /** @param taken columns that serve a field already */
    static void complete(FactType target, Map<String, Binding> bindings, Set<String> taken, UploadSample sample) {
        if (target.wholeFileRule() == WholeFileRule.ORDER_LINE) {
            orderNumber(bindings, taken, sample);
            totals(target, bindings, sample);
        } else if (target.wholeFileRule() == WholeFileRule.SUBSCRIPTION_PRICE) {
            prices(bindings);
        }
    }

    /** Where not every payment has an invoice, it is known by its own number. */
    private static void orderNumber(Map<String, Binding> bindings, Set<String> taken, UploadSample sample) {
        Binding order = bindings.get("order");
        boolean everywhere = order != null
                && MappingSuggestion.texts(order.columns().get(0), sample).size()
                        >= Math.min(sample.rows().size(), MappingSuggestion.MOST_TEXTS);
        boolean payments = bindings.containsKey("amount")
                && (bindings.containsKey("refunded") || bindings.containsKey("status") || bindings.containsKey("type"));
        if (!everywhere && payments) {
            sample.header().names().stream()
                    .filter(name ->
                            !taken.contains(name) && Set.of("id", "uuid").contains(FactField.simple(name)))
                    .findFirst()
                    .ifPresent(name -> bindings.put("order", Binding.column(name)));
        }
    }

    /** Where a line has its price, a total is the whole order's and would count once a line. */
    private static void totals(FactType target, Map<String, Binding> bindings, UploadSample sample) {
        Binding amount = bindings.get("amount");
        if (amount == null || !bindings.containsKey("price") || !bindings.containsKey("quantity")) {
            return;
        }
        Mapping asked = new Mapping(
                target.key(), null, null, null, List.of(), null, bindings, List.of(), List.of(), null, null, Map.of());
        boolean lines = bindings.get("price").columns().stream()
                .anyMatch(column -> FactField.simple(column).startsWith("lineitem"));
        if (lines || LineTotals.isOfOrders(asked, sample)) {
            bindings.remove("amount");
            bindings.putIfAbsent("total", amount);
        }
    }

    /** What is called monthly is paid a month whatever else is said, and recurring revenue holds all units and discounts. */
    private static void prices(Map<String, Binding> bindings) {
        String amount = bindings.getOrDefault("amount", Binding.column()).columns().stream()
                .findFirst()
                .map(FactField::simple)
                .orElse("");
        boolean recurring = amount.equals("mrr")
                || amount.equals("arr")
                || amount.contains("revenue")
                || amount.contains("recurringrevenue");
        boolean yearly = amount.equals("arr") || amount.contains("annual") || amount.contains("yearly");
        if (recurring) {
            bindings.remove("quantity");
            bindings.remove("discount");
        }
        if (recurring || yearly || amount.contains("month") || amount.equals("mrr")) {
            bindings.remove("interval");
            bindings.remove("interval_count");
        }
        if (yearly) {
            bindings.put("interval", Binding.constant("year"));
        }
    }
}
