package dev.rapport.cube.read;

import dev.rapport.metric.Input;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/** Counts active people over trailing days: of each day of a bucket, and of its last. Days to come are left out. */
final class ActiveReader {
    private final SetReader sets;
    private final LocalDate today;
    private final Optional<RoaringBitmap> only;

    /** @param only who is counted; all where empty */
    ActiveReader(SetReader sets, LocalDate today, Optional<RoaringBitmap> only) {
        this.sets = sets;
        this.today = today;
        this.only = only;
    }

    void mean(PlannedQuery plannedQuery, Input.MeanActive input, InputValues into) {
        Optional<Period> past = past(plannedQuery.period());
        if (past.isEmpty()) {
            return;
        }
        Map<CellId, BigDecimal> sums = new HashMap<>();
        int[] buckets = bucketOfDay(plannedQuery, past.get());
        if (input.days() == 1 && only.isEmpty()) {
            sets.count(plannedQuery.byDay(past.get()), input.measure().id(), 0)
                    .forEach((cellId, people) -> sums.merge(
                            cellId.inBucket(buckets[cellId.bucket()]), BigDecimal.valueOf(people), BigDecimal::add));
        } else {
            trailing(plannedQuery, past.get(), input.measure().id(), input.days())
                    .forEach((cellId, counts) -> {
                        for (int i = 0; i < buckets.length; i++) {
                            sums.merge(
                                    cellId.inBucket(buckets[i]),
                                    BigDecimal.valueOf(counts[i + input.days() - 1]),
                                    BigDecimal::add);
                        }
                    });
        }
        sums.forEach((cellId, sum) -> past(plannedQuery
                        .buckets()
                        .get(cellId.bucket())
                        .days())
                .ifPresent(days ->
                        into.add(cellId, input, sum.divide(BigDecimal.valueOf(days.days()), MathContext.DECIMAL64))));
    }

    void atEnd(PlannedQuery plannedQuery, Input.ActiveAtEnd input, InputValues into) {
        int measure = input.measure().id();
        if (input.days() == 0 || isByMonth(plannedQuery)) {
            sets.count(plannedQuery, measure, 0).forEach((cellId, people) -> into.add(cellId, input, people));
            return;
        }
        Optional<Period> past = past(plannedQuery.period());
        if (past.isEmpty()) {
            return;
        }
        if (!plannedQuery.byBucket()) {
            LocalDate end = past.get().to();
            PlannedQuery window = plannedQuery.inOne(new Period(end.minusDays(input.days()), end));
            sets.count(window, measure, 0).forEach((cellId, people) -> into.add(cellId, input, people));
            return;
        }
        trailing(plannedQuery, past.get(), measure, input.days()).forEach((cellId, counts) -> {
            for (int i = 0; i < plannedQuery.buckets().size(); i++) {
                Optional<Period> days = past(plannedQuery.buckets().get(i).days());
                if (days.isPresent()) {
                    int last = (int) ChronoUnit.DAYS.between(
                            past.get().from(), days.get().lastDay());
                    into.add(cellId.inBucket(i), input, counts[last + input.days() - 1]);
                }
            }
        });
    }

    /** A trend by month, or the one total of a calendar month, which must say the same. */
    private static boolean isByMonth(PlannedQuery plannedQuery) {
        Period period = plannedQuery.period();
        return plannedQuery.grain().equals(Optional.of(Grain.MONTH))
                || (!plannedQuery.byBucket()
                        && period.from().getDayOfMonth() == 1
                        && period.from().plusMonths(1).equals(period.to()));
    }

    /** By channel and segment value, for each day from {@code days - 1} before the period to its end. */
    private Map<CellId, long[]> trailing(PlannedQuery plannedQuery, Period past, int measure, int days) {
        Period wide = new Period(past.from().minusDays(days - 1L), past.to());
        TrailingDays trailing = new TrailingDays();
        Map<CellId, long[]> counts = new HashMap<>();
        sets.byDay(plannedQuery.byDay(wide), measure, 0)
                .forEach((cellId, people) -> counts.put(cellId, trailing.counts(counted(people), days)));
        return counts;
    }

    private int[][] counted(int[][] people) {
        return only.map(some -> Arrays.stream(people)
                        .map(day -> Arrays.stream(day).filter(some::contains).toArray())
                        .toArray(int[][]::new))
                .orElse(people);
    }

    private static int[] bucketOfDay(PlannedQuery plannedQuery, Period past) {
        int[] buckets = new int[(int) past.days()];
        for (int i = 0; i < plannedQuery.buckets().size(); i++) {
            Bucket bucket = plannedQuery.buckets().get(i);
            for (LocalDate day = bucket.days().from();
                    day.isBefore(bucket.days().to()) && day.isBefore(past.to());
                    day = day.plusDays(1)) {
                buckets[(int) ChronoUnit.DAYS.between(past.from(), day)] = i;
            }
        }
        return buckets;
    }

    /** The days up to today. */
    private Optional<Period> past(Period period) {
        if (period.to().isAfter(today)) {
            return period.from().isAfter(today)
                    ? Optional.empty()
                    : Optional.of(new Period(period.from(), today.plusDays(1)));
        }
        return Optional.of(period);
    }
}
