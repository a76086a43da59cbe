package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.fact.RejectReason;
import dev.rapport.fact.WholeFileRule;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping.Binding;
import dev.rapport.revenue.OrderFacts;
import dev.rapport.revenue.SubscriptionFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks what words of a file mean for its money, and what its amounts hold, where neither is known. */
final class MoneyQuestions {
    private static final int MOST_WORDS = 12;
    private static final List<String> STATES =
            List.of(OrderFacts.ORDER, OrderFacts.REFUND, OrderFacts.REFUNDED, OrderFacts.NONE);
    private static final List<String> SUBSCRIBED =
            List.of(SubscriptionFacts.PAYS, SubscriptionFacts.TRIAL, SubscriptionFacts.ENDED, SubscriptionFacts.NONE);
    private static final List<String> INTERVALS = List.of("day", "week", "month", "quarter", "half year", "year");

    private MoneyQuestions() {}

    /** What is asked about the words of a field. */
    static Optional<ImportQuestion.Kind> kind(FactField field) {
        return switch (field.key()) {
            case "status", "type" ->
                field.choices().containsKey(OrderFacts.ORDER)
                        ? Optional.of(ImportQuestion.Kind.ORDER_STATE)
                        : field.choices().containsKey(SubscriptionFacts.PAYS)
                                ? Optional.of(ImportQuestion.Kind.SUBSCRIPTION_STATE)
                                : Optional.empty();
            case "interval" -> Optional.of(ImportQuestion.Kind.INTERVAL);
            default -> Optional.empty();
        };
    }

    /** Words that are not known. */
    static List<ImportQuestion> words(FactType target, Mapping mapping, UploadSample sample) {
        List<ImportQuestion> questions = new ArrayList<>();
        for (FactField field : target.mappable()) {
            Optional<ImportQuestion.Kind> kind = kind(field);
            Optional<Binding> binding = mapping.binding(field.key());
            if (kind.isPresent() && binding.isPresent()) {
                Set<String> asked = new LinkedHashSet<>();
                for (String word : cells(binding.get(), sample)) {
                    if (!mapping.nullWords().contains(word)
                            && !binding.get().values().containsKey(word)
                            && !isKnown(field, word)
                            && asked.size() < MOST_WORDS
                            && asked.add(word)) {
                        questions.add(new ImportQuestion(kind.get(), word, word, options(kind.get())));
                    }
                }
            }
        }
        return questions;
    }

    private static List<String> options(ImportQuestion.Kind kind) {
        return switch (kind) {
            case ORDER_STATE -> STATES;
            case SUBSCRIPTION_STATE -> SUBSCRIBED;
            default -> INTERVALS;
        };
    }

    static boolean isKnown(FactField field, String word) {
        return field.key().equals("interval")
                ? BillingInterval.of(word).isPresent()
                : field.choices().containsKey(FactField.simple(word));
    }

    /** What stands in the columns of a binding, without blanks. */
    static List<String> cells(Binding binding, UploadSample sample) {
        return binding.columns().stream()
                .flatMap(column -> MappingSuggestion.texts(column, sample).stream())
                .toList();
    }

    /** Whether an amount holds the tax, the shipping and the discount that stand beside it. */
    static List<ImportQuestion> amounts(FactType target, Mapping mapping, UploadSample sample) {
        List<ImportQuestion> questions = new ArrayList<>();
        if (!target.has("discount")) {
            return questions;
        }
        MoneyTerms.Named named = MoneyTerms.Named.of(mapping);
        if (named.discount() == null || mayBeShares(mapping, sample)) {
            of("discount", ImportQuestion.Kind.DISCOUNT, List.of("money", "share", "off"), mapping, sample, questions);
        }
        if (target.has("tax") && named.taxIn() == null && !LineTotals.isTaxBeside(mapping, sample)) {
            of("tax", ImportQuestion.Kind.TAX, List.of(MoneyTerms.IN, MoneyTerms.BESIDE), mapping, sample, questions);
        }
        if (target.has("shipping") && named.shippingIn() == null) {
            of(
                    "shipping",
                    ImportQuestion.Kind.SHIPPING,
                    List.of(MoneyTerms.IN, MoneyTerms.BESIDE),
                    mapping,
                    sample,
                    questions);
        }
        return questions;
    }

    private static void of(
            String field,
            ImportQuestion.Kind kind,
            List<String> options,
            Mapping mapping,
            UploadSample sample,
            List<ImportQuestion> questions) {
        mapping.binding(field)
                .filter(binding -> !binding.columns().isEmpty())
                .ifPresent(binding -> cells(binding, sample).stream()
                        .filter(text -> text.chars().anyMatch(c -> c >= '1' && c <= '9'))
                        .filter(text -> !field.equals("discount") || text.indexOf('%') < 0)
                        .findFirst()
                        .ifPresent(example -> questions.add(
                                new ImportQuestion(kind, binding.columns().get(0), example, options))));
    }

    /** A total that is the same in all lines of each order may be that of the order. */
    static List<ImportQuestion> totals(FactType target, Mapping mapping, UploadSample sample) {
        Optional<String> column = mapping.binding("amount")
                .filter(binding -> target.wholeFileRule() == WholeFileRule.ORDER_LINE
                        && binding.columns().size() == 1)
                .map(binding -> binding.columns().get(0))
                .filter(name -> FactField.simple(name).contains("total")
                        && !FactField.simple(name).contains("line"));
        if (column.isEmpty() || mapping.binding("price").isPresent()) {
            return List.of();
        }
        return LineTotals.repeated(mapping, sample)
                .map(example -> new ImportQuestion(
                        ImportQuestion.Kind.REPEATED_TOTAL,
                        column.get(),
                        example,
                        List.of(Continuation.ONCE, Continuation.EACH)))
                .map(List::of)
                .orElse(List.of());
    }

    /** All between 0 and 1, and some with a fraction: 0.2 is 20 % as well as 20 cents. */
    private static boolean mayBeShares(Mapping mapping, UploadSample sample) {
        boolean off = MoneyTerms.Named.of(mapping).discount() == MoneyTerms.Discount.OFF;
        List<String> cells = mapping.binding("discount")
                .map(binding -> cells(binding, sample))
                .orElse(List.of());
        boolean any = false;
        for (String cell : cells) {
            var number = LineTotals.number(cell).map(java.math.BigDecimal::abs);
            if (number.isPresent() && number.get().compareTo(java.math.BigDecimal.ONE) > 0) {
                return false;
            }
            any |= number.isPresent() && number.get().stripTrailingZeros().scale() > 0;
        }
        return any && !off;
    }

    /** What becomes of amounts in another currency than money is reported in, where no rate is known of their days. */
    static List<ImportQuestion> currencies(FactType target, Mapping mapping, UploadSample sample, ExchangeRates rates) {
        if (!target.has(MoneyConversion.CURRENCY)) {
            return List.of();
        }
        Set<String> without = new LinkedHashSet<>();
        RowMapper mapper = new RowMapper(
                target,
                mapping,
                sample.header(),
                java.time.ZoneId.of(mapping.zone() == null ? "UTC" : mapping.zone()),
                new SurveysOfFile(List.of()),
                rates);
        for (List<String> cells : sample.rows()) {
            mapper.map(cells, 0)
                    .ifPresent(row -> row.problems().stream()
                            .filter(problem -> problem.reason() == RejectReason.NO_RATE)
                            .forEach(problem -> without.add(problem.value())));
        }
        return without.stream()
                .map(currency -> ImportQuestion.ofCurrency(currency, currency))
                .toList();
    }
}
