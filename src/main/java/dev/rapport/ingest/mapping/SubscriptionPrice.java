package dev.rapport.ingest.mapping;

import dev.rapport.fact.RejectReason;
import dev.rapport.revenue.SubscriptionFacts;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Computes what a subscription pays a month: price by interval x quantity, less lasting discounts (METRICS, rule 9). It
 * is nothing on trial.
 */
final class SubscriptionPrice {
    private static final Set<String> FREE = Set.of(SubscriptionFacts.TRIAL, SubscriptionFacts.NONE);

    private SubscriptionPrice() {}

    static void apply(MappedRow row) {
        String status = row.get("status");
        if (SubscriptionFacts.ENDED.equals(status) && row.get("ended") == null) {
            row.reject("ended", null, RejectReason.END_UNKNOWN);
        }
        Optional<BigDecimal> price = row.number("amount");
        if (price.isEmpty()) {
            return;
        }
        BigDecimal each = price.get();
        each = switch (row.isShare() ? MoneyTerms.Discount.SHARE : row.terms().discount()) {
            case OFF -> each;
            case MONEY -> each.subtract(discount(row));
            case SHARE -> each.subtract(each.multiply(OrderLine.share(discount(row))));
        };
        BigDecimal all = each.multiply(row.number("quantity").orElse(BigDecimal.ONE));
        Optional<BigDecimal> month = month(row, all.max(BigDecimal.ZERO));
        if (month.isEmpty()) {
            return;
        }
        boolean free = status != null && FREE.contains(status);
        if (said(row)) {
            row.set("original", row.get("amount"));
        }
        row.set("amount", free ? "0" : MoneyConversion.plain(month.get()));
        if (row.get("trial_ended") != null && SubscriptionFacts.TRIAL.equals(status)) {
            row.set("trial_ended", null);
        }
    }

    private static boolean said(MappedRow row) {
        return row.get("interval") != null || row.get("quantity") != null || row.get("discount") != null;
    }

    private static BigDecimal discount(MappedRow row) {
        return row.number("discount").orElse(BigDecimal.ZERO).abs();
    }

    private static Optional<BigDecimal> month(MappedRow row, BigDecimal amount) {
        String words = row.get("interval");
        if (words == null) {
            return Optional.of(amount);
        }
        Optional<BillingInterval> interval = BillingInterval.of(words)
                .map(each -> each.times(
                        row.number("interval_count").map(BigDecimal::intValue).orElse(1)));
        if (interval.isEmpty()) {
            row.reject("interval", words, RejectReason.NOT_AN_INTERVAL);
        }
        return interval.map(each -> each.aMonth(amount));
    }
}
