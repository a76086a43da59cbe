package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds how the money of a mapping's rows is to be read: what their amounts hold, and in which currency they are.
 *
 * @param discount what a discount is to the amount
 * @param taxIn whether the amount holds the tax that stands beside it
 * @param shippingIn whether it holds the shipping
 * @param amountsOf currencies that headers name, by field
 */
record MoneyTerms(
        Discount discount,
        boolean taxIn,
        boolean shippingIn,
        boolean refundSaid,
        Map<String, String> amountsOf,
        ExchangeRates rates,
        ZoneId zone) {
    static final String IN = "in";
    static final String BESIDE = "beside";

    /** What a discount is to the amount beside it. */
    enum Discount {
        /** Money to be taken off. */
        MONEY,
        /** A share of it to be taken off: 0.2 or 20 %. */
        SHARE,
        /** Taken off already. */
        OFF;

        String option() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Discount> of(String option) {
            for (Discount each : values()) {
                if (each.option().equals(option)) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        }
    }

    /** What an amount holds, as far as its column's name says. */
    record Named(
            @Nullable Discount discount,
            @Nullable Boolean taxIn,
            @Nullable Boolean shippingIn) {
        private static final Named PRICES = new Named(Discount.MONEY, null, false);
        private static final Named PAID = new Named(Discount.OFF, true, true);
        private static final Named NET = new Named(Discount.OFF, false, false);
        private static final Named GOODS = new Named(null, null, false);
        private static final Named OPEN = new Named(null, null, null);

        /** Prices of lines are before discounts; a total is what is paid for all; a net amount is without everything. */
        static Named of(Mapping mapping) {
            String amount = header(mapping, "amount");
            if (amount.isEmpty()) {
                return PRICES;
            } else if (amount.contains("net")) {
                return NET;
            } else if (amount.contains("subtotal") || amount.contains("line") || amount.contains("item")) {
                return GOODS;
            } else if (amount.contains("total") || amount.contains("paid") || amount.contains("charged")) {
                return PAID;
            }
            return OPEN;
        }

        private static String header(Mapping mapping, String field) {
            return mapping.binding(field)
                    .filter(binding -> !binding.columns().isEmpty())
                    .map(binding -> FactField.simple(binding.columns().get(0)))
                    .orElse("");
        }
    }

    static MoneyTerms of(Mapping mapping, ExchangeRates rates, ZoneId zone) {
        Named named = Named.of(mapping);
        Map<String, String> amountsOf = new HashMap<>();
        mapping.fields()
                .forEach((field, binding) -> binding.columns().stream()
                        .findFirst()
                        .flatMap(column -> Currencies.ofHeader(column, rates.reporting()))
                        .ifPresent(currency -> amountsOf.put(field, currency)));
        return new MoneyTerms(
                answer(mapping, ImportQuestion.Kind.DISCOUNT, "discount")
                        .flatMap(Discount::of)
                        .orElseGet(() -> named.discount() == null ? Discount.MONEY : named.discount()),
                answer(mapping, ImportQuestion.Kind.TAX, "tax")
                        .map(IN::equals)
                        .orElseGet(() -> Boolean.TRUE.equals(named.taxIn())),
                answer(mapping, ImportQuestion.Kind.SHIPPING, "shipping")
                        .map(IN::equals)
                        .orElseGet(() -> Boolean.TRUE.equals(named.shippingIn())),
                mapping.binding("refunded").isPresent(),
                Map.copyOf(amountsOf),
                rates,
                zone);
    }

    private static Optional<String> answer(Mapping mapping, ImportQuestion.Kind kind, String field) {
        return mapping.binding(field)
                .filter(binding -> !binding.columns().isEmpty())
                .flatMap(binding -> mapping.answer(kind, binding.columns().get(0)));
    }
}
