package dev.rapport.ingest.row;

import dev.rapport.ingest.file.Sample;
import dev.rapport.ingest.row.Mapping.Binding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks what words of a file mean for its money, and what its amounts hold, where neither is known. */
final class Unclear {
    private static final int MOST_WORDS = 12;
    private static final List<String> STATES =
            List.of(OrderLine.ORDER, OrderLine.REFUND, OrderLine.REFUNDED, OrderLine.NONE);
    private static final List<String> SUBSCRIBED =
            List.of(SubscriptionPrice.PAYS, SubscriptionPrice.TRIAL, SubscriptionPrice.ENDED, SubscriptionPrice.NONE);
    private static final List<String> INTERVALS = List.of("day", "week", "month", "quarter", "half year", "year");

    private Unclear() {}

    /** What is asked about the words of a field. */
    static Optional<Question.Kind> kind(Field field) {
        return switch (field.key()) {
            case "status", "type" ->
                field.choices().containsKey(OrderLine.ORDER)
                        ? Optional.of(Question.Kind.ORDER_STATE)
                        : field.choices().containsKey(SubscriptionPrice.PAYS)
                                ? Optional.of(Question.Kind.SUBSCRIPTION_STATE)
                                : Optional.empty();
            case "interval" -> Optional.of(Question.Kind.INTERVAL);
            default -> Optional.empty();
        };
    }

    /** Words that are not known. */
    static List<Question> words(Target target, Mapping mapping, Sample sample) {
        List<Question> questions = new ArrayList<>();
        for (Field field : target.mappable()) {
            Optional<Question.Kind> kind = kind(field);
            Optional<Binding> binding = mapping.binding(field.key());
            if (kind.isPresent() && binding.isPresent()) {
                Set<String> asked = new LinkedHashSet<>();
                for (String word : cells(binding.get(), sample)) {
                    if (!mapping.nullWords().contains(word)
                            && !binding.get().values().containsKey(word)
                            && !isKnown(field, word)
                            && asked.size() < MOST_WORDS
                            && asked.add(word)) {
                        questions.add(new Question(kind.get(), word, word, options(kind.get())));
                    }
                }
            }
        }
        return questions;
    }

    private static List<String> options(Question.Kind kind) {
        return switch (kind) {
            case ORDER_STATE -> STATES;
            case SUBSCRIPTION_STATE -> SUBSCRIBED;
            default -> INTERVALS;
        };
    }

    static boolean isKnown(Field field, String word) {
        return field.key().equals("interval")
                ? Interval.of(word).isPresent()
                : field.choices().containsKey(Field.simple(word));
    }

    /** What stands in the columns of a binding, without blanks. */
    static List<String> cells(Binding binding, Sample sample) {
        return binding.columns().stream()
                .flatMap(column -> Suggestion.texts(column, sample).stream())
                .toList();
    }

    /** Whether an amount holds the tax, the shipping and the discount that stand beside it. */
    static List<Question> amounts(Target target, Mapping mapping, Sample sample) {
        List<Question> questions = new ArrayList<>();
        if (!target.has("discount")) {
            return questions;
        }
        Terms.Named named = Terms.Named.of(mapping);
        if (named.discount() == null || mayBeShares(mapping, sample)) {
            of("discount", Question.Kind.DISCOUNT, List.of("money", "share", "off"), mapping, sample, questions);
        }
        if (target.has("tax") && named.taxIn() == null && !LineTotals.isTaxBeside(mapping, sample)) {
            of("tax", Question.Kind.TAX, List.of(Terms.IN, Terms.BESIDE), mapping, sample, questions);
        }
        if (target.has("shipping") && named.shippingIn() == null) {
            of("shipping", Question.Kind.SHIPPING, List.of(Terms.IN, Terms.BESIDE), mapping, sample, questions);
        }
        return questions;
    }

    private static void of(
            String field,
            Question.Kind kind,
            List<String> options,
            Mapping mapping,
            Sample sample,
            List<Question> questions) {
        mapping.binding(field)
                .filter(binding -> !binding.columns().isEmpty())
                .ifPresent(binding -> cells(binding, sample).stream()
                        .filter(text -> text.chars().anyMatch(c -> c >= '1' && c <= '9'))
                        .filter(text -> !field.equals("discount") || text.indexOf('%') < 0)
                        .findFirst()
                        .ifPresent(example -> questions.add(
                                new Question(kind, binding.columns().get(0), example, options))));
    }

    /** A total that is the same in all lines of each order may be that of the order. */
    static List<Question> totals(Target target, Mapping mapping, Sample sample) {
        Optional<String> column = mapping.binding("amount")
                .filter(binding ->
                        target.key().equals("orders") && binding.columns().size() == 1)
                .map(binding -> binding.columns().get(0))
                .filter(name -> Field.simple(name).contains("total")
                        && !Field.simple(name).contains("line"));
        if (column.isEmpty() || mapping.binding("price").isPresent()) {
            return List.of();
        }
        return LineTotals.repeated(mapping, sample)
                .map(example -> new Question(
                        Question.Kind.REPEATED_TOTAL,
                        column.get(),
                        example,
                        List.of(Continuation.ONCE, Continuation.EACH)))
                .map(List::of)
                .orElse(List.of());
    }

    /** All between 0 and 1, and some with a fraction: 0.2 is 20 % as well as 20 cents. */
    private static boolean mayBeShares(Mapping mapping, Sample sample) {
        boolean off = Terms.Named.of(mapping).discount() == Terms.Discount.OFF;
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
    static List<Question> currencies(Target target, Mapping mapping, Sample sample, Rates rates) {
        if (!target.has(Money.CURRENCY)) {
            return List.of();
        }
        Set<String> without = new LinkedHashSet<>();
        RowMapper mapper = new RowMapper(
                target,
                mapping,
                sample.header(),
                java.time.ZoneId.of(mapping.zone() == null ? "UTC" : mapping.zone()),
                new Surveys(List.of()),
                rates);
        for (List<String> cells : sample.rows()) {
            mapper.map(cells, 0)
                    .ifPresent(row -> row.problems().stream()
                            .filter(problem -> problem.reason() == Reason.NO_RATE)
                            .forEach(problem -> without.add(problem.value())));
        }
        return without.stream()
                .map(currency -> Question.ofCurrency(currency, currency))
                .toList();
    }
}
