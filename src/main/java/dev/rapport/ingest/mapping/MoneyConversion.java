package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FieldKind;
import dev.rapport.fact.RejectReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings a row's amounts into the reporting currency; one without a rate is kept out, never added to others. */
final class MoneyConversion {
    static final String CURRENCY = "currency";
    private static final int SCALE = 6;
    private static final Set<String> FIELDS = Set.of(
            "amount",
            "price",
            "discount",
            "shipping",
            "tax",
            "total",
            "refunded",
            "converted",
            "converted_refunded",
            "spend");

    /** Those that are stored. */
    private static final List<String> STORED = List.of("amount", "refunded", "shipping", "tax", "spend");

    private MoneyConversion() {}

    static boolean is(FactField field) {
        return field.kind() == FieldKind.DECIMAL && FIELDS.contains(field.key());
    }

    /**
     * The currency of the row: what its own column says, or what stands beside its amounts, or what their headers say.
     *
     * @param beside what stands beside its amounts; null = nothing
     */
    static void name(MappedRow row, @Nullable String beside) {
        if (!row.target().has(CURRENCY)) {
            return;
        }
        String said = row.get(CURRENCY);
        if (said != null) {
            Optional<String> code = Currencies.read(said, row.terms().rates().reporting());
            if (code.isEmpty()) {
                row.reject(CURRENCY, said, RejectReason.NOT_A_CURRENCY);
            }
            row.set(CURRENCY, code.orElse(said));
        } else if (beside != null) {
            row.set(CURRENCY, beside);
        } else {
            row.terms().amountsOf().entrySet().stream()
                    .filter(entry -> row.target().has(entry.getKey()) && row.get(entry.getKey()) != null)
                    .filter(entry -> is(row.target().field(entry.getKey())))
                    .findFirst()
                    .ifPresent(entry -> row.set(CURRENCY, entry.getValue()));
        }
    }

    /** After the row's own rule, which counts in the row's currency. */
    static void convert(MappedRow row) {
        if (!row.target().has(CURRENCY)
                || row.get(CURRENCY) == null
                || !row.problems().isEmpty()) {
            return;
        }
        String currency = String.valueOf(row.get(CURRENCY));
        String main = row.target().has("spend") ? "spend" : "amount";
        if (currency.equals(row.terms().rates().reporting()) || row.get(main) == null) {
            return;
        }
        Optional<BigDecimal> rate = given(row, main).or(() -> rate(row, currency));
        if (rate.isEmpty()) {
            row.reject(CURRENCY, currency, RejectReason.NO_RATE);
            return;
        }
        row.set("original", row.get(main));
        row.set("rate", rate.get().stripTrailingZeros().toPlainString());
        for (String field : STORED) {
            if (row.target().has(field)) {
                row.number(field).ifPresent(amount -> row.convert(field, plain(amount.multiply(rate.get()))));
            }
        }
    }

    /** The currency for want of whose rate a row is kept out. */
    static Optional<String> withoutRate(MappedRow row) {
        if (row.problems().isEmpty()) {
            return Optional.empty();
        }
        return row.problems().stream()
                .filter(problem -> problem.reason() == RejectReason.NO_RATE)
                .map(RowProblem::value)
                .findFirst();
    }

    /** What the file itself converted, into the reporting currency. */
    private static Optional<BigDecimal> given(MappedRow row, String main) {
        if (!row.target().has("converted") || row.get("converted_currency") == null) {
            return Optional.empty();
        }
        boolean ours = Currencies.read(
                        String.valueOf(row.get("converted_currency")),
                        row.terms().rates().reporting())
                .filter(row.terms().rates().reporting()::equals)
                .isPresent();
        Optional<BigDecimal> whole = row.said().or(() -> row.number(main));
        return ours
                ? row.number("converted")
                        .filter(converted -> converted.signum() != 0)
                        .flatMap(converted -> whole.filter(from -> from.signum() != 0)
                                .map(from -> converted.abs().divide(from.abs(), 12, RoundingMode.HALF_EVEN)))
                : Optional.empty();
    }

    private static Optional<BigDecimal> rate(MappedRow row, String currency) {
        for (String field : List.of("at", "started", "day")) {
            if (row.target().has(field) && row.get(field) != null) {
                String text = String.valueOf(row.get(field));
                LocalDate day = field.equals("day")
                        ? LocalDate.parse(text)
                        : LocalDate.ofInstant(Instant.parse(text), row.terms().zone());
                return row.terms().rates().on(currency, day);
            }
        }
        return Optional.empty();
    }

    static String plain(BigDecimal amount) {
        return amount.setScale(SCALE, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
