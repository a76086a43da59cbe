package dev.rapport.ingest.mapping;

import dev.rapport.fact.RejectReason;
import dev.rapport.revenue.OrderFacts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Computes what a line of an order brings: lines less discounts, without tax and shipping (METRICS, rule 8). That is
 * what its customer pays for goods; what is given back is kept beside it, or is a row of its own with an amount below
 * zero.
 */
final class OrderLine {
    private static final BigDecimal LARGEST = new BigDecimal("99999999999");
    private static final BigDecimal PER_CENT = BigDecimal.valueOf(100);

    /** How shops number what they give back: after the order. */
    private static final Pattern RETURN_OF =
            Pattern.compile("(?i)(.+?)[-_/ .#]+(?:r|rf|ref|refund|refunded|return|rma|cn|cr|credit|storno)[-_]?\\d*");

    private static final Pattern RETURN = Pattern.compile("(?i)(?:refund|return|credit)[-_/ .:]+(?:of |for )?(.+)");

    private OrderLine() {}

    static void apply(MappedRow row) {
        BigDecimal quantity = row.number("quantity").orElse(BigDecimal.ONE);
        if (row.get("quantity") == null) {
            row.set("quantity", "1");
        }
        Optional<BigDecimal> said = said(row, quantity);
        if (said.isEmpty()) {
            return;
        }
        String status = state(row);
        boolean refund = OrderFacts.REFUND.equals(status) || said.get().signum() < 0 || quantity.signum() < 0;
        if (OrderFacts.NONE.equals(status) && row.get("cancelled") == null) {
            row.set("cancelled", row.get("at"));
        }
        if (refund) {
            refund(row, said.get());
        } else {
            order(row, said.get(), status);
        }
    }

    /** What the row is, by its state and its type; the one that takes something away holds. */
    private static @Nullable String state(MappedRow row) {
        String status = row.get("status");
        String type = row.get("type");
        for (String strongest :
                new String[] {OrderFacts.NONE, OrderFacts.REFUND, OrderFacts.REFUNDED, OrderFacts.PARTLY}) {
            if (strongest.equals(status) || strongest.equals(type)) {
                return strongest;
            }
        }
        return status == null ? type : status;
    }

    /** The amount as the row has it; empty when it has none, or none that can be. */
    private static Optional<BigDecimal> said(MappedRow row, BigDecimal quantity) {
        Optional<BigDecimal> amount = row.number("amount");
        if (amount.isPresent() || row.isFaulty("amount")) {
            return amount;
        }
        Optional<BigDecimal> price = row.number("price");
        if (price.isEmpty()) {
            if (!row.isFaulty("price")) {
                row.reject("amount", null, RejectReason.MISSING);
            }
            return Optional.empty();
        }
        BigDecimal product = quantity.multiply(price.get());
        if (product.abs().compareTo(LARGEST) > 0) {
            row.reject("price", row.get("price"), RejectReason.OUT_OF_RANGE);
        }
        return Optional.of(product);
    }

    private static void order(MappedRow row, BigDecimal said, @Nullable String status) {
        MoneyTerms terms = row.terms();
        BigDecimal tax = abs(row, "tax");
        BigDecimal shipping = abs(row, "shipping");
        BigDecimal goods = said.subtract(discount(row, said));
        goods = terms.taxIn() ? goods.subtract(tax) : goods;
        goods = terms.shippingIn() ? goods.subtract(shipping) : goods;
        row.setSaid(said);
        row.set("amount", MoneyConversion.plain(goods));
        row.set("tax", tax.signum() == 0 ? null : MoneyConversion.plain(tax));
        row.set("shipping", shipping.signum() == 0 ? null : MoneyConversion.plain(shipping));
        refunded(row, goods, status);
    }

    private static void refunded(MappedRow row, BigDecimal goods, @Nullable String status) {
        BigDecimal refunded = abs(row, "refunded");
        if (refunded.signum() > 0 && row.terms().taxIn()) {
            refunded = withoutTax(row, refunded);
        }
        boolean whole = OrderFacts.REFUNDED.equals(status)
                || row.get("refunded_at") != null && !row.terms().refundSaid();
        if (refunded.signum() == 0 && whole) {
            refunded = goods.max(BigDecimal.ZERO);
        }
        if (refunded.signum() == 0 && OrderFacts.PARTLY.equals(status)) {
            row.reject("refunded", null, RejectReason.REFUND_UNKNOWN);
        }
        row.set("refunded", refunded.signum() == 0 ? null : MoneyConversion.plain(refunded));
    }

    /** What is given back holds as much tax as what was paid did. */
    private static BigDecimal withoutTax(MappedRow row, BigDecimal refunded) {
        BigDecimal paid = row.number("total")
                .orElseGet(() -> row.number("amount").orElse(BigDecimal.ZERO).add(abs(row, "tax")));
        BigDecimal tax = abs(row, "tax");
        return paid.signum() > 0 && tax.compareTo(paid) < 0
                ? refunded.multiply(BigDecimal.ONE.subtract(tax.divide(paid, MathContext.DECIMAL64)))
                : refunded;
    }

    private static BigDecimal discount(MappedRow row, BigDecimal said) {
        BigDecimal discount = abs(row, "discount");
        return switch (row.isShare() ? MoneyTerms.Discount.SHARE : row.terms().discount()) {
            case OFF -> BigDecimal.ZERO;
            case MONEY -> discount;
            case SHARE -> said.multiply(share(discount));
        };
    }

    /** 0.2 and 20 are the same share. */
    static BigDecimal share(BigDecimal written) {
        return written.compareTo(BigDecimal.ONE) > 0 ? written.divide(PER_CENT, MathContext.DECIMAL64) : written;
    }

    private static void refund(MappedRow row, BigDecimal said) {
        row.set("refund", "true");
        row.setSaid(said);
        row.set(
                "amount",
                MoneyConversion.plain(said.abs()
                        .subtract(discount(row, said).abs())
                        .max(BigDecimal.ZERO)
                        .negate()));
        for (String beside : new String[] {"tax", "shipping", "refunded", "refunded_at"}) {
            row.set(beside, null);
        }
        String order = row.get("order");
        String of = row.get("refund_of");
        if (of != null) {
            row.set("order", of);
        } else if (order != null) {
            row.set("order", ordered(order));
        }
    }

    /** The order that {@code 9001-R} or {@code Refund 9001} gives back. */
    static String ordered(String number) {
        var after = RETURN_OF.matcher(number);
        if (after.matches()) {
            return after.group(1);
        }
        var before = RETURN.matcher(number);
        return before.matches() ? before.group(1) : number;
    }

    private static BigDecimal abs(MappedRow row, String field) {
        return row.number(field).orElse(BigDecimal.ZERO).abs();
    }
}
