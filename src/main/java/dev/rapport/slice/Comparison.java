package dev.rapport.slice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** With which other period a figure is compared. */
public enum Comparison {
    NONE("none"),
    /**
     * The period of equal length just before; for whole calendar months (and so quarters and years) as many months just
     * before. A week, month, quarter or year that is not over is compared up to the same day of the one before.
     */
    PREVIOUS("previous"),
    /** The same dates a year before; the 29th of February is compared with the 28th. */
    LAST_YEAR("last-year");

    private final String key;

    Comparison(String key) {
        this.key = key;
    }

    /** As in a URL. */
    public String key() {
        return key;
    }

    static Optional<Comparison> of(String key) {
        return Stream.of(values())
                .filter(comparison -> comparison.key.equals(key))
                .findFirst();
    }

    /** The period to compare with; empty for {@link #NONE}. */
    Optional<Period> period(Period period, Optional<Preset> preset) {
        return switch (this) {
            case NONE -> Optional.empty();
            case PREVIOUS -> Optional.of(previous(period, preset));
            case LAST_YEAR -> Optional.of(lastYear(period));
        };
    }

    private static Period previous(Period period, Optional<Preset> preset) {
        LocalDate from = period.from();
        if (wholeMonths(period)) {
            return new Period(from.minusMonths(ChronoUnit.MONTHS.between(from, period.to())), from);
        }
        return preset.flatMap(moving -> moving.startBefore(from))
                .map(start -> toDate(start, period))
                .orElseGet(() -> new Period(from.minusDays(period.days()), from));
    }

    /** Up to the same day of the calendar; never beyond the start of the period itself. */
    private static Period toDate(LocalDate start, Period period) {
        LocalDate from = period.from();
        long months = ChronoUnit.MONTHS.between(start, from);
        LocalDate last = months == 0
                ? period.lastDay().minusDays(ChronoUnit.DAYS.between(start, from))
                : period.lastDay().minusMonths(months);
        LocalDate to = last.plusDays(1);
        return new Period(start, to.isAfter(from) ? from : to);
    }

    private static Period lastYear(Period period) {
        LocalDate from = period.from().minusYears(1);
        // By the last day, not by the end: else a period that ends on 28 February would lose that day.
        LocalDate to = wholeMonths(period)
                ? period.to().minusYears(1)
                : period.lastDay().minusYears(1).plusDays(1);
        return new Period(from, to);
    }

    private static boolean wholeMonths(Period period) {
        return period.from().getDayOfMonth() == 1 && period.to().getDayOfMonth() == 1;
    }
}
