package dev.rapport.slice;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays the trend of the compared period over the one asked for. Days and hours are paired by the calendar: the 1st of March with
 * the 1st of March, whatever February had; a day that the other month or year does not have stays alone. Asked for by weekday,
 * they are paired with the same weekday, whole weeks before.
 */
final class Overlay {
    private static final int WEEK = 7;
    private static final int WEEKS_OF_A_YEAR = 52;

    private final Slice slice;
    private final Period compared;

    private Overlay(Slice slice, Period compared) {
        this.slice = slice;
        this.compared = compared;
    }

    static Optional<Period> period(Slice slice) {
        return slice.comparedPeriod().map(compared -> new Overlay(slice, compared).period());
    }

    /** What lies under each bucket of the trend. */
    static List<Optional<Bucket>> partners(Slice slice) {
        List<Bucket> buckets = slice.buckets();
        Optional<Period> compared = slice.comparedPeriod();
        return compared.isEmpty()
                ? buckets.stream().map(bucket -> Optional.<Bucket>empty()).toList()
                : new Overlay(slice, compared.get()).partners(buckets);
    }

    /** Whether both are pieces of a kind: whole ones, or of equally many days. */
    static boolean alike(Bucket one, Bucket other, Grain grain) {
        return grain == Grain.HOUR
                || one.days().days() == other.days().days()
                || isWhole(one, grain) && isWhole(other, grain);
    }

    private static boolean isWhole(Bucket bucket, Grain grain) {
        LocalDateTime start = bucket.start();
        return bucket.days().from().equals(start.toLocalDate())
                && bucket.days().to().equals(grain.next(start).toLocalDate());
    }

    private Period period() {
        if (!byWeekday()) {
            return compared;
        }
        long days = weeks() * WEEK;
        return new Period(
                slice.period().from().minusDays(days), slice.period().to().minusDays(days));
    }

    private boolean byWeekday() {
        return slice.option(SliceOption.ALIGN).isPresent() && slice.grain().compareTo(Grain.DAY) <= 0;
    }

    /** As many as come nearest; a period just before is never laid over itself. */
    private long weeks() {
        long nearest = Math.round(DAYS.between(compared.from(), slice.period().from()) / (double) WEEK);
        return slice.comparison() == Comparison.LAST_YEAR
                ? nearest
                : Math.max(nearest, -Math.floorDiv(-slice.period().days(), WEEK));
    }

    private List<Optional<Bucket>> partners(List<Bucket> buckets) {
        List<Bucket> past = slice.buckets(period());
        Map<LocalDateTime, Bucket> byStart = new HashMap<>();
        past.forEach(bucket -> byStart.put(bucket.start(), bucket));
        Optional<java.time.Period> shift = shift();
        List<Optional<Bucket>> partners = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            LocalDateTime start = buckets.get(i).start();
            partners.add(
                    shift.isPresent()
                            ? before(start, shift.get()).map(byStart::get)
                            : i < past.size() ? Optional.of(past.get(i)) : Optional.empty());
        }
        return partners;
    }

    /** Empty where there is no such day: the 29th of February a year before, the 31st of a month that has 30. */
    private static Optional<LocalDateTime> before(LocalDateTime start, java.time.Period shift) {
        LocalDateTime before = start.minus(shift);
        return before.plus(shift).equals(start) ? Optional.of(before) : Optional.empty();
    }

    /** How far back a bucket's partner starts; empty where only their order pairs them: weeks that are cut elsewhere. */
    private Optional<java.time.Period> shift() {
        long months = months();
        return switch (slice.grain()) {
            case HOUR, DAY ->
                Optional.of(byWeekday() ? days(weeks() * WEEK) : months > 0 ? months(months) : days(days()));
            case WEEK ->
                slice.comparison() == Comparison.LAST_YEAR
                        ? Optional.of(days((long) WEEKS_OF_A_YEAR * WEEK))
                        : Optional.of(days()).filter(days -> days % WEEK == 0).map(Overlay::days);
            case MONTH -> months(months, 1);
            case QUARTER -> months(months, 3);
            case YEAR -> months(months, 12);
        };
    }

    private static Optional<java.time.Period> months(long months, int ofBucket) {
        return Optional.of(months)
                .filter(known -> known > 0 && known % ofBucket == 0)
                .map(Overlay::months);
    }

    private long days() {
        return DAYS.between(compared.from(), slice.period().from());
    }

    /** How many months lie between, where months are what is compared; else 0. */
    private long months() {
        LocalDate from = slice.period().from();
        return Comparison.pairsMonths(slice) ? MONTHS.between(compared.from(), from) : 0;
    }

    private static java.time.Period days(long days) {
        return java.time.Period.ofDays(Math.toIntExact(days));
    }

    private static java.time.Period months(long months) {
        return java.time.Period.ofMonths(Math.toIntExact(months));
    }
}
