package dev.rapport.words;

import com.ibm.icu.text.PluralRules;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes numbers in one language. Rounds half up; values are never cut silently beyond what is said here. */
public record NumberFormats(Locale locale) {
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);
    private static final int MOST_DECIMALS = 8;
    private static final String MINUS = "\u2212";

    /** One format must not be used by two threads; to copy one takes as long as to use it, to make one ten times as long. */
    private static final ThreadLocal<Map<Format, NumberFormat>> FORMATS = ThreadLocal.withInitial(HashMap::new);

    private enum Kind {
        NUMBER,
        PERCENT,
        MONEY
    }

    private record Format(Locale locale, Kind kind, int decimals, Optional<Currency> currency) {
        NumberFormat make() {
            NumberFormat format = switch (kind) {
                case NUMBER -> NumberFormat.getNumberInstance(locale);
                case PERCENT -> NumberFormat.getPercentInstance(locale);
                case MONEY -> NumberFormat.getCurrencyInstance(locale);
            };
            // A currency brings its own number of decimals with it.
            currency.ifPresent(format::setCurrency);
            format.setMinimumFractionDigits(decimals);
            format.setMaximumFractionDigits(decimals);
            format.setRoundingMode(RoundingMode.HALF_UP);
            return format;
        }
    }

    public String count(long value) {
        return whole(BigDecimal.valueOf(value));
    }

    /** With the plural form of the words beside it. */
    public Counted counted(long value) {
        return new Counted(count(value), PluralRules.forLocale(locale).select(value));
    }

    /** 12,345; decimals only where the value has some and is small. */
    public String whole(BigDecimal value) {
        return decimal(value, 0);
    }

    public String decimal(BigDecimal value, int decimals) {
        return minus(format(Kind.NUMBER, decimals).format(value));
    }

    /** Of a value that is in per cent already: 40.5 reads 40.5%. */
    public String percent(BigDecimal value, int decimals) {
        return minus(format(Kind.PERCENT, decimals).format(value.movePointLeft(2)));
    }

    /**
     * How many decimals a value is shown with: so many as usual, more where a small one would lose its two significant digits.
     * 0.018 is not 0.0.
     */
    public static int decimals(BigDecimal value, int usual) {
        if (value.signum() == 0) {
            return usual;
        }
        BigDecimal two = value.round(new MathContext(2, RoundingMode.HALF_UP)).stripTrailingZeros();
        return Math.min(MOST_DECIMALS, Math.max(usual, two.scale()));
    }

    /** With a sign always: +12, −3, 0. */
    public String signed(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        return (rounded.signum() > 0 ? "+" : "") + decimal(rounded, decimals);
    }

    /** Whole units from 1,000 on, cents below. */
    public String money(BigDecimal value, String currency) {
        Currency unit = Currency.getInstance(currency);
        int cents = value.abs().compareTo(BigDecimal.valueOf(1000)) >= 0 ? 0 : unit.getDefaultFractionDigits();
        return minus(format(new Format(locale, Kind.MONEY, Math.max(cents, 0), Optional.of(unit)))
                .format(value));
    }

    private NumberFormat format(Kind kind, int decimals) {
        return format(new Format(locale, kind, decimals, Optional.empty()));
    }

    private static NumberFormat format(Format format) {
        return FORMATS.get().computeIfAbsent(format, Format::make);
    }

    /** The two largest units: 45 s, 3 min 20 s, 5 h 12 min, 2 d 4 h. */
    public String duration(BigDecimal seconds) {
        if (seconds.signum() < 0) {
            return MINUS + duration(seconds.negate());
        }
        // Rounded to the smaller of the two units shown, so that 59.6 s is 1 min and not 60 s.
        if (seconds.compareTo(BigDecimal.TEN) < 0
                && seconds.stripTrailingZeros().scale() > 0) {
            return decimal(seconds, 1) + " " + unit("second");
        }
        BigDecimal whole = seconds.setScale(0, RoundingMode.HALF_UP);
        if (whole.compareTo(MINUTE) < 0) {
            return count(whole.longValue()) + " " + unit("second");
        }
        if (whole.compareTo(HOUR) < 0) {
            return two(whole.longValue(), 60, "minute", "second");
        }
        BigDecimal minutes = seconds.divide(MINUTE, 0, RoundingMode.HALF_UP);
        if (minutes.multiply(MINUTE).compareTo(DAY) < 0) {
            return two(minutes.longValue(), 60, "hour", "minute");
        }
        return two(seconds.divide(HOUR, 0, RoundingMode.HALF_UP).longValue(), 24, "day", "hour");
    }

    private String two(long small, long per, String large, String unit) {
        long rest = small % per;
        return count(small / per) + " " + unit(large) + (rest == 0 ? "" : " " + rest + " " + unit(unit));
    }

    private String unit(String key) {
        return TextFile.in(locale, "units").text(key).orElse(key);
    }

    /** 512 B, 3.4 kB, 8 GB; powers of 1,024, as limits are set. */
    public String bytes(long bytes) {
        String[] units = {"bytes", "kilobytes", "megabytes", "gigabytes", "terabytes"};
        BigDecimal value = BigDecimal.valueOf(bytes);
        int unit = 0;
        while (value.compareTo(BigDecimal.valueOf(1024)) >= 0 && unit < units.length - 1) {
            value = value.divide(BigDecimal.valueOf(1024), MathContext.DECIMAL64);
            unit++;
        }
        BigDecimal rounded = value.setScale(1, RoundingMode.HALF_UP);
        return decimal(rounded, rounded.stripTrailingZeros().scale() > 0 ? 1 : 0) + " " + unit(units[unit]);
    }

    /** A real minus sign, as wide as the plus. */
    private static String minus(String formatted) {
        return formatted.replace("-", MINUS);
    }
}
