package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FieldKind;
import dev.rapport.fact.RejectReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one cell as its field wants it, into the form in which it is stored. */
final class ValueReader {
    private static final Pattern WHOLE_AS_FRACTION = Pattern.compile("(\\d+)\\.0+");
    private static final Map<String, String> TRUTHS = Map.ofEntries(
            Map.entry("true", "true"),
            Map.entry("yes", "true"),
            Map.entry("y", "true"),
            Map.entry("1", "true"),
            Map.entry("t", "true"),
            Map.entry("on", "true"),
            Map.entry("x", "true"),
            Map.entry("false", "false"),
            Map.entry("no", "false"),
            Map.entry("n", "false"),
            Map.entry("0", "false"),
            Map.entry("f", "false"),
            Map.entry("off", "false"),
            Map.entry("1.0", "true"),
            Map.entry("0.0", "false"));

    private final ZoneId zone;
    private final Optional<DecimalStyle> decimals;

    ValueReader(ZoneId zone, DecimalStyle decimals) {
        this(zone, Optional.of(decimals));
    }

    /** @param decimals empty when nothing says it: then each cell is read by itself, and not where it could mean two numbers */
    ValueReader(ZoneId zone, Optional<DecimalStyle> decimals) {
        this.zone = zone;
        this.decimals = decimals;
    }

    /** Either the value or why there is none. */
    record Result(String value, Optional<RejectReason> reason) {
        static Result ok(String value) {
            return new Result(value, Optional.empty());
        }

        static Result bad(RejectReason reason) {
            return new Result("", Optional.of(reason));
        }
    }

    Result read(FactField field, String text, MomentFormat format) {
        return switch (field.kind()) {
            case ID -> limited(field, id(text));
            case TEXT, JSON -> limited(field, text);
            case WHOLE, DECIMAL -> number(field, text, field.key().equals("score"));
            case MOMENT -> moment(text, format);
            case DAY -> day(text, format);
            case TRUTH -> found(TRUTHS.get(text.toLowerCase(Locale.ROOT)), RejectReason.NOT_YES_OR_NO);
            case CHOICE -> found(field.choices().get(choiceKey(text)), RejectReason.NOT_A_CHOICE);
        };
    }

    /** Spreadsheets and data frames write whole numbers as {@code 17850.0}; the customer is still 17850. */
    static String id(String text) {
        if (!text.endsWith("0") || text.indexOf('.') < 0) {
            return text;
        }
        var matcher = WHOLE_AS_FRACTION.matcher(text);
        return matcher.matches() ? matcher.group(1) : text;
    }

    private static String choiceKey(String text) {
        String plain = id(text);
        return plain.startsWith("-") || plain.startsWith("$")
                ? plain.toLowerCase(Locale.ROOT)
                : FactField.simple(plain);
    }

    private static Result found(@org.jspecify.annotations.Nullable String value, RejectReason otherwise) {
        return value == null ? Result.bad(otherwise) : Result.ok(value);
    }

    private static Result limited(FactField field, String text) {
        return text.length() > field.longest() ? Result.bad(RejectReason.TOO_LONG) : Result.ok(text);
    }

    /** @param labelled whether a label may stand beside the number */
    private Result number(FactField field, String text, boolean labelled) {
        Optional<String> beside = labelled ? ScoreWords.number(text) : Optional.empty();
        if (beside.isPresent()) {
            return number(field, beside.get(), false);
        }
        Optional<DecimalStyle> style = decimals.isPresent() ? decimals : styleOf(field, text);
        if (style.isEmpty()) {
            return Result.bad(RejectReason.DECIMAL_UNCLEAR);
        }
        Optional<BigDecimal> parsed = style.get().parse(text);
        if (parsed.isEmpty()) {
            return Result.bad(
                    style.get().other().parse(text).isPresent()
                            ? RejectReason.OTHER_DECIMAL_SIGN
                            : RejectReason.NOT_A_NUMBER);
        }
        BigDecimal number = parsed.get();
        if (number.compareTo(field.least()) < 0 || number.compareTo(field.most()) > 0) {
            return Result.bad(RejectReason.OUT_OF_RANGE);
        }
        number = (number.scale() > 6 ? number.setScale(6, RoundingMode.HALF_EVEN) : number).stripTrailingZeros();
        if (field.kind() == FieldKind.WHOLE && number.scale() > 0) {
            return Result.bad(RejectReason.NOT_WHOLE);
        }
        return Result.ok(number.toPlainString());
    }

    private static Optional<DecimalStyle> styleOf(FactField field, String text) {
        boolean whole = field.kind() == FieldKind.WHOLE && !text.endsWith("000");
        return switch (DecimalVotes.vote(text)) {
            case NONE, POINT -> Optional.of(DecimalStyle.POINT);
            case COMMA -> Optional.of(DecimalStyle.COMMA);
            case OPEN_POINT -> whole ? Optional.of(DecimalStyle.COMMA) : Optional.empty();
            case OPEN_COMMA -> whole ? Optional.of(DecimalStyle.POINT) : Optional.empty();
        };
    }

    private Result moment(String text, MomentFormat format) {
        Optional<Instant> moment = format.moment(text, zone);
        return moment.isPresent() ? Result.ok(IsoMoment.text(moment.get())) : Result.bad(RejectReason.NOT_A_DATE);
    }

    private Result day(String text, MomentFormat format) {
        Optional<LocalDate> day = format.day(text, zone);
        return day.isPresent() ? Result.ok(day.get().toString()) : Result.bad(RejectReason.NOT_A_DATE);
    }
}
