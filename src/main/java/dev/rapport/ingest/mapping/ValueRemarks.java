package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FieldKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects what is odd about the values of a file, though each of them can be read: by column, with an example. */
public final class ValueRemarks {
    /** {@code 1.00123E+12}: a number that a spreadsheet has rounded, once an id. */
    private static final Pattern DAMAGED = Pattern.compile("\\d([.,]\\d+)?[Ee]\\+\\d{1,2}");

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final Set<String> TOTALS = Set.of(
            "total",
            "totals",
            "grand total",
            "sum",
            "subtotal",
            "overall",
            "gesamt",
            "summe",
            "gesamtsumme",
            "insgesamt",
            "total general",
            "total general:",
            "suma",
            "totale",
            "totaal",
            "totalt",
            "razem",
            "celkem",
            "yhteens\u00e4",
            "\u0438\u0442\u043e\u0433\u043e",
            "\u5408\u8a08",
            "\u5408\u8ba1",
            "\u603b\u8ba1",
            "\u7dcf\u8a08",
            "\ud569\uacc4");
    /** Ends and dates that lie ahead are plans, no slips. */
    private static final Set<String> PLANNED = Set.of("ended");

    /** @param count how many values are so, of {@code seen} values of the column */
    public record Remark(ImportQuestion.Kind kind, String column, String example, long line, long count, long seen) {}

    private final Map<String, Remark> remarks = new LinkedHashMap<>();
    private final Map<String, Long> seen = new LinkedHashMap<>();
    private final Instant latest;
    private final String latestText;

    public ValueRemarks(Clock clock) {
        latest = clock.instant().plusSeconds(86_400);
        latestText = IsoMoment.text(latest);
    }

    /** For a preview, of which nobody asks what was odd. */
    static ValueRemarks ignored() {
        return new ValueRemarks(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    /** Looks at a value as it will be stored. */
    void look(FactField field, String column, String value, long line) {
        switch (field.kind()) {
            case ID -> {
                if (value.indexOf('E') > 0 || value.indexOf('e') > 0) {
                    note(ImportQuestion.Kind.DAMAGED_IDS, DAMAGED.matcher(value).matches(), column, value, line);
                }
                total(column, value, line);
            }
            case TEXT -> total(column, value, line);
            case MOMENT, DAY -> {
                seen.merge(column, 1L, Long::sum);
                note(ImportQuestion.Kind.FAR_DATE, isFar(field, value), column, value, line);
            }
            default -> {}
        }
    }

    /** Notes an amount in a currency of which no rate is known. */
    void withoutRate(String currency, long line) {
        note(ImportQuestion.Kind.CURRENCY, true, currency, currency, line);
    }

    private void total(String column, String value, long line) {
        if (value.length() <= 14 && TOTALS.contains(value.toLowerCase(Locale.ROOT))) {
            note(ImportQuestion.Kind.TOTAL_ROW, true, column, value, line);
        }
    }

    /** Texts of moments sort as the moments do. */
    private boolean isFar(FactField field, String value) {
        boolean ahead = !PLANNED.contains(field.key())
                && value.compareTo(field.kind() == FieldKind.DAY ? latestText.substring(0, 10) : latestText) > 0;
        return ahead || value.compareTo(FIRST.toString()) < 0;
    }

    private void note(ImportQuestion.Kind kind, boolean odd, String column, String value, long line) {
        if (odd) {
            remarks.merge(
                    kind.name() + ':' + column,
                    new Remark(kind, column, value, line, 1, 0),
                    (one, other) -> new Remark(kind, one.column(), one.example(), one.line(), one.count() + 1, 0));
        }
    }

    public List<Remark> all() {
        return remarks.values().stream()
                .map(one -> new Remark(
                        one.kind(),
                        one.column(),
                        one.example(),
                        one.line(),
                        one.count(),
                        seen.getOrDefault(one.column(), 0L)))
                .toList();
    }
}
