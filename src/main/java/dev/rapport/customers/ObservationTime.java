package dev.rapport.customers;

import dev.rapport.slice.Bucket;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Holds the time at which customers are looked at: the end of a bucket, or now when it is not over.
 *
 * @param day the reporting day at whose end that is
 * @param micros the same as a moment, microseconds of the epoch
 */
record ObservationTime(LocalDate day, long micros) {
    static ObservationTime of(Instant at, LocalDate day) {
        return new ObservationTime(
                day, Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000));
    }

    static ObservationTime now(Instant now, ZoneId zone) {
        return of(now, LocalDate.ofInstant(now, zone));
    }

    /** Of the buckets that have begun, in order. */
    static List<ObservationTime> endsOf(List<Bucket> buckets, Instant now, ZoneId zone) {
        return buckets.stream()
                .filter(bucket -> bucket.from().isBefore(now))
                .map(bucket -> bucket.to().isAfter(now)
                        ? now(now, zone)
                        : of(bucket.to(), bucket.days().lastDay()))
                .toList();
    }

    ObservationTime daysBefore(int days) {
        return new ObservationTime(day.minusDays(days), micros - days * 86_400_000_000L);
    }
}
