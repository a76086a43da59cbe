package dev.rapport.slice;

import static dev.rapport.slice.Contexts.BERLIN;
import static dev.rapport.slice.Contexts.period;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketTest {
    @Test
    void theFirstAndTheLastWeekAreCutByThePeriod() {
        List<Bucket> weeks = Bucket.of(period("2026-11-04", "2026-11-21"), Grain.WEEK, BERLIN, MONDAY);

        assertThat(weeks).extracting(Bucket::label).containsExactly("2026-11-02", "2026-11-09", "2026-11-16");
        assertThat(weeks)
                .extracting(Bucket::days)
                .containsExactly(
                        period("2026-11-04", "2026-11-08"),
                        period("2026-11-09", "2026-11-15"),
                        period("2026-11-16", "2026-11-21"));
        assertThat(weeks.get(0).start()).isEqualTo(LocalDateTime.parse("2026-11-02T00:00"));
        assertThat(weeks.get(0).from()).isEqualTo(Instant.parse("2026-11-03T23:00:00Z"));
    }

    @Test
    void weeksStartOnTheConfiguredDay() {
        assertThat(Bucket.of(period("2026-11-15", "2026-11-28"), Grain.WEEK, BERLIN, SUNDAY))
                .extracting(Bucket::label)
                .containsExactly("2026-11-15", "2026-11-22");
    }

    @Test
    void theDayOnWhichClocksGoBackHas25HoursAndTwoOfThemAreToldApart() {
        List<Bucket> hours = Bucket.of(period("2026-10-25", "2026-10-25"), Grain.HOUR, BERLIN, MONDAY);

        assertThat(hours).hasSize(25);
        assertThat(hours.subList(1, 5))
                .extracting(Bucket::label)
                .containsExactly(
                        "2026-10-25T01:00", "2026-10-25T02:00+02:00", "2026-10-25T02:00+01:00", "2026-10-25T03:00");
        assertThat(hours).extracting(Bucket::start).doesNotHaveDuplicates().isSorted();
        assertThat(hours.get(2).from()).isEqualTo(Instant.parse("2026-10-25T00:00:00Z"));
        assertThat(hours.get(3).from()).isEqualTo(Instant.parse("2026-10-25T01:00:00Z"));
    }

    @Test
    void theDayOnWhichClocksGoForwardHas23Hours() {
        List<Bucket> hours = Bucket.of(period("2026-03-29", "2026-03-29"), Grain.HOUR, BERLIN, MONDAY);

        assertThat(hours).hasSize(23);
        assertThat(hours.subList(1, 3))
                .extracting(Bucket::label)
                .containsExactly("2026-03-29T01:00", "2026-03-29T03:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "Australia/Lord_Howe",
                "Asia/Kolkata",
                "America/Sao_Paulo",
                "Africa/Cairo",
                "UTC"
            })
    void hoursFollowEachOtherWithoutGapsInEveryZone(String id) {
        ZoneId zone = ZoneId.of(id);
        Period year = period("2015-01-01", "2015-12-31");

        List<Bucket> hours = Bucket.of(year, Grain.HOUR, zone, MONDAY);

        assertThat(hours.get(0).from()).isEqualTo(year.from().atStartOfDay(zone).toInstant());
        assertThat(hours.get(hours.size() - 1).to())
                .isEqualTo(year.to().atStartOfDay(zone).toInstant());
        for (int i = 1; i < hours.size(); i++) {
            assertThat(hours.get(i).from()).isEqualTo(hours.get(i - 1).to());
            assertThat(Duration.between(hours.get(i).from(), hours.get(i).to()))
                    .isPositive()
                    .isLessThanOrEqualTo(Duration.ofHours(1));
            assertThat(hours.get(i).start()).isAfter(hours.get(i - 1).start());
        }
    }

    @ParameterizedTest
    @EnumSource(Grain.class)
    void noGrainHasMoreBucketsThanItWasRefusedFor(Grain grain) {
        Period odd = period("2024-02-27", "2024-04-02");

        List<Bucket> buckets = Bucket.of(odd, grain, BERLIN, MONDAY);

        assertThat((long) buckets.size()).isLessThanOrEqualTo(grain.roughly(odd));
        assertThat(buckets.get(0).start()).isEqualTo(grain.start(odd.from().atStartOfDay(), MONDAY));
        assertThat(buckets.stream().mapToLong(bucket -> bucket.days().days()).sum())
                .isEqualTo(grain == Grain.HOUR ? buckets.size() : odd.days());
    }

    @ParameterizedTest
    @CsvSource({
        "HOUR,    2026-11-21T13:00",
        "DAY,     2026-11-21T00:00",
        "WEEK,    2026-11-16T00:00",
        "MONTH,   2026-11-01T00:00",
        "QUARTER, 2026-10-01T00:00",
        "YEAR,    2026-01-01T00:00",
    })
    void aMomentFallsIntoTheBucketThatStartsBeforeIt(Grain grain, LocalDateTime start) {
        assertThat(grain.start(LocalDateTime.parse("2026-11-21T13:59:59"), MONDAY))
                .isEqualTo(start);
    }
}
