package dev.rapport.slice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** Names the periods with which a figure can be compared. */
public enum Comparison {
    NONE("none"),
    /**
     * The period of equal length just before. For whole calendar months (and so quarters and years), asked for by their dates or
     * as the last month, quarter or year, as many months just before. A week, month, quarter or year that is not over is
     * compared up to the same day of the one before, on its last day as on any other.
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
            case LAST_YEAR -> Optional.of(lastYear(period, preset));
        };
    }

    /** Whether a day is held against the same day of another month or year, and not against the one so many days before. */
    static boolean pairsMonths(Slice slice) {
        Optional<Preset> preset = slice.preset().flatMap(Preset::of);
        return switch (slice.comparison()) {
            case NONE -> false;
            case PREVIOUS ->
                takesMonths(slice.period(), preset)
                        || preset.filter(Preset::isToDate).isPresent();
            case LAST_YEAR -> true;
        };
    }

    /**
     * What is over, held against as much: days before today with as many of the compared ones from their start, and where the
     * calendar pairs them, up to the same day. Empty while nothing is over.
     */
    static Optional<Pairing> finished(Slice slice, LocalDate today) {
        Period period = slice.period();
        Optional<Period> compared = slice.comparedPeriod();
        if (compared.isEmpty() || !period.to().isAfter(today)) {
            return compared.map(before -> new Pairing(period, before));
        } else if (!period.from().isBefore(today)) {
            return Optional.empty();
        }
        Period now = new Period(period.from(), today);
        Optional<Preset> preset = slice.preset().flatMap(Preset::of);
        if (slice.comparison() == LAST_YEAR || preset.filter(Preset::isToDate).isPresent()) {
            return slice.comparison().period(now, preset).map(before -> new Pairing(now, before));
        }
        LocalDate from = compared.get().from();
        LocalDate to = from.plusDays(now.days());
        LocalDate end = compared.get().to();
        return Optional.of(new Pairing(now, new Period(from, to.isAfter(end) ? end : to)));
    }

    private static Period previous(Period period, Optional<Preset> preset) {
        LocalDate from = period.from();
        if (takesMonths(period, preset)) {
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

    private static Period lastYear(Period period, Optional<Preset> preset) {
        LocalDate from = period.from().minusYears(1);
        // By the last day, not by the end: else a period that ends on 28 February would lose that day.
        LocalDate to = takesMonths(period, preset)
                ? period.to().minusYears(1)
                : period.lastDay().minusYears(1).plusDays(1);
        return new Period(from, to);
    }

    /** That thirty days up to today happen to be a month, today, does not make a month of them. */
    private static boolean takesMonths(Period period, Optional<Preset> preset) {
        return period.from().getDayOfMonth() == 1
                && period.to().getDayOfMonth() == 1
                && preset.map(Preset::takesMonths).orElse(true);
    }
}
