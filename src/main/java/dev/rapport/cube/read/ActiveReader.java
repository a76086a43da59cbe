package dev.rapport.cube.read;

import dev.rapport.metric.Input;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts active people over trailing days: of each day of a bucket, and of its last. Days to come are left out. */
final class ActiveReader {
    private final SetReader sets;
    private final LocalDate today;

    ActiveReader(SetReader sets, LocalDate today) {
        this.sets = sets;
        this.today = today;
    }

    void mean(PlannedQuery question, Input.MeanActive input, InputValues into) throws SQLException {
        Optional<Period> past = past(question.period());
        if (past.isEmpty()) {
            return;
        }
        Map<CellId, BigDecimal> sums = new HashMap<>();
        int[] buckets = bucketOfDay(question, past.get());
        if (input.days() == 1) {
            sets.count(question.byDay(past.get()), input.measure().id(), 0)
                    .forEach((place, people) -> sums.merge(
                            place.inBucket(buckets[place.bucket()]), BigDecimal.valueOf(people), BigDecimal::add));
        } else {
            trailing(question, past.get(), input.measure().id(), input.days()).forEach((place, counts) -> {
                for (int i = 0; i < buckets.length; i++) {
                    sums.merge(
                            place.inBucket(buckets[i]),
                            BigDecimal.valueOf(counts[i + input.days() - 1]),
                            BigDecimal::add);
                }
            });
        }
        sums.forEach((place, sum) -> past(question.buckets().get(place.bucket()).days())
                .ifPresent(days ->
                        into.add(place, input, sum.divide(BigDecimal.valueOf(days.days()), MathContext.DECIMAL64))));
    }

    void atEnd(PlannedQuery question, Input.ActiveAtEnd input, InputValues into) throws SQLException {
        int measure = input.measure().id();
        if (input.days() == 0 || isByMonth(question)) {
            sets.count(question, measure, 0).forEach((place, people) -> into.add(place, input, people));
            return;
        }
        Optional<Period> past = past(question.period());
        if (past.isEmpty()) {
            return;
        }
        if (!question.byBucket()) {
            LocalDate end = past.get().to();
            PlannedQuery window = question.inOne(new Period(end.minusDays(input.days()), end));
            sets.count(window, measure, 0).forEach((place, people) -> into.add(place, input, people));
            return;
        }
        trailing(question, past.get(), measure, input.days()).forEach((place, counts) -> {
            for (int i = 0; i < question.buckets().size(); i++) {
                Optional<Period> days = past(question.buckets().get(i).days());
                if (days.isPresent()) {
                    int last = (int) ChronoUnit.DAYS.between(
                            past.get().from(), days.get().lastDay());
                    into.add(place.inBucket(i), input, counts[last + input.days() - 1]);
                }
            }
        });
    }

    /** A trend by month, or the one total of a calendar month, which must say the same. */
    private static boolean isByMonth(PlannedQuery question) {
        Period period = question.period();
        return question.grain().equals(Optional.of(Grain.MONTH))
                || (!question.byBucket()
                        && period.from().getDayOfMonth() == 1
                        && period.from().plusMonths(1).equals(period.to()));
    }

    /** By channel and segment value, for each day from {@code days - 1} before the period to its end. */
    private Map<CellId, long[]> trailing(PlannedQuery question, Period past, int measure, int days)
            throws SQLException {
        Period wide = new Period(past.from().minusDays(days - 1L), past.to());
        TrailingDays trailing = new TrailingDays();
        Map<CellId, long[]> counts = new HashMap<>();
        sets.byDay(question.byDay(wide), measure, 0)
                .forEach((place, people) -> counts.put(place, trailing.counts(people, days)));
        return counts;
    }

    private static int[] bucketOfDay(PlannedQuery question, Period past) {
        int[] buckets = new int[(int) past.days()];
        for (int i = 0; i < question.buckets().size(); i++) {
            Bucket bucket = question.buckets().get(i);
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
