package dev.rapport.slice;

import static dev.rapport.slice.Contexts.period;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every moving period on every day of six years, in weeks that start on three days. */
class ComparedPresetsTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final LocalDate END = LocalDate.of(2029, 1, 1);

    /** The last day of a month, of a quarter, of a year and of a leap February. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-30, this-year,      2025-01-01, 2025-11-30",
        "2026-11-30, this-quarter,   2026-07-01, 2026-08-30",
        "2026-11-30, this-month,     2026-10-01, 2026-10-30",
        "2026-11-30, last-30-days,   2026-10-02, 2026-10-31",
        "2026-11-30, last-12-months, 2024-12-01, 2025-11-30",
        "2026-12-31, this-quarter,   2026-07-01, 2026-09-30",
        "2026-12-31, this-year,      2025-01-01, 2025-12-31",
        "2026-02-28, this-month,     2026-01-01, 2026-01-28",
        "2026-03-31, this-month,     2026-02-01, 2026-02-28",
        "2026-04-30, this-month,     2026-03-01, 2026-03-30",
        "2027-03-31, last-90-days,   2026-10-03, 2026-12-31",
        "2028-02-29, this-month,     2028-01-01, 2028-01-29",
        "2028-02-29, this-year,      2027-01-01, 2027-02-28",
        "2028-03-31, last-month,     2028-01-01, 2028-01-31",
        "2026-05-31, last-quarter,   2025-10-01, 2025-12-31",
    })
    void theLastDayOfAMonthIsADayLikeAnother(String today, String key, String from, String last) {
        assertThat(on(LocalDate.parse(today), DayOfWeek.MONDAY, key, "previous").comparedPeriod())
                .contains(period(from, last));
    }

    @Test
    void aMonthThatIsNotOverIsComparedWithTheSameDaysOfLastYear() {
        assertThat(on(LocalDate.of(2025, 2, 28), DayOfWeek.MONDAY, "this-month", "last-year")
                        .comparedPeriod())
                .contains(period("2024-02-01", "2024-02-28"));
        assertThat(on(LocalDate.of(2025, 3, 5), DayOfWeek.MONDAY, "last-month", "last-year")
                        .comparedPeriod())
                .contains(period("2024-02-01", "2024-02-29"));
    }

    @ParameterizedTest
    @EnumSource(
            value = DayOfWeek.class,
            names = {"MONDAY", "SUNDAY", "SATURDAY"})
    void everyPresetKeepsItsPromiseOnEveryDay(DayOfWeek weekStart) {
        for (LocalDate today = FIRST; today.isBefore(END); today = today.plusDays(1)) {
            for (Preset preset : Preset.values()) {
                Slice slice = on(today, weekStart, preset.key(), "previous");
                Period now = slice.period();
                Period before = slice.comparedPeriod().orElseThrow();
                LocalDate day = today;
                Supplier<String> of = () -> preset + " on " + day + ": " + now + " with " + before;

                assertThat(before.to()).as(of).isBeforeOrEqualTo(now.from());
                assertThat(now.lastDay()).as(of).isBeforeOrEqualTo(today);
                promise(preset, now, before, of);
            }
        }
    }

    private static void promise(Preset preset, Period now, Period before, Supplier<String> of) {
        switch (preset) {
            case TODAY, YESTERDAY, LAST_7_DAYS, LAST_30_DAYS, LAST_90_DAYS, LAST_WEEK, ALL -> {
                assertThat(before.days()).as(of).isEqualTo(now.days());
                assertThat(before.to()).as(of).isEqualTo(now.from());
            }
            case THIS_WEEK -> {
                assertThat(before.from()).as(of).isEqualTo(now.from().minusDays(7));
                assertThat(before.lastDay()).as(of).isEqualTo(now.lastDay().minusDays(7));
            }
            case THIS_MONTH -> toDate(now, before, 1, of);
            case THIS_QUARTER -> toDate(now, before, 3, of);
            case THIS_YEAR, LAST_12_MONTHS -> toDate(now, before, 12, of);
            case LAST_MONTH -> whole(now, before, 1, of);
            case LAST_QUARTER -> whole(now, before, 3, of);
            case LAST_YEAR -> whole(now, before, 12, of);
        }
    }

    /** The same day of the month, or the last one of a month that has no such day. */
    private static void toDate(Period now, Period before, int months, Supplier<String> of) {
        assertThat(before.from()).as(of).isEqualTo(now.from().minusMonths(months));
        LocalDate last = before.lastDay();
        assertThat(ChronoUnit.MONTHS.between(
                        last.withDayOfMonth(1), now.lastDay().withDayOfMonth(1)))
                .as(of)
                .isEqualTo(months);
        assertThat(last.getDayOfMonth())
                .as(of)
                .isEqualTo(Math.min(now.lastDay().getDayOfMonth(), last.lengthOfMonth()));
    }

    private static void whole(Period now, Period before, int months, Supplier<String> of) {
        assertThat(now.from().getDayOfMonth()).as(of).isEqualTo(1);
        assertThat(now.to()).as(of).isEqualTo(now.from().plusMonths(months));
        assertThat(before).as(of).isEqualTo(new Period(now.from().minusMonths(months), now.from()));
    }

    private static Slice on(LocalDate today, DayOfWeek weekStart, String preset, String compare) {
        SliceContext context = new SliceContext(
                Contexts.BERLIN,
                weekStart,
                today,
                Set.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                Optional.of(new Period(today.minusDays(99), today)));
        return SliceReader.read(Map.of("period", List.of(preset), "compare", List.of(compare)), context);
    }
}
