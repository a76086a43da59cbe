package dev.rapport.slice;

import static dev.rapport.slice.Contexts.period;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetTest {
    /** Saturday, 21 November 2026. Third pair: with what it is compared. */
    @ParameterizedTest
    @CsvSource({
        "today,          2026-11-21, 2026-11-21, 2026-11-20, 2026-11-20",
        "yesterday,      2026-11-20, 2026-11-20, 2026-11-19, 2026-11-19",
        "last-7-days,    2026-11-15, 2026-11-21, 2026-11-08, 2026-11-14",
        "last-30-days,   2026-10-23, 2026-11-21, 2026-09-23, 2026-10-22",
        "last-90-days,   2026-08-24, 2026-11-21, 2026-05-26, 2026-08-23",
        "last-12-months, 2025-12-01, 2026-11-21, 2024-12-01, 2025-11-21",
        "this-week,      2026-11-16, 2026-11-21, 2026-11-09, 2026-11-14",
        "last-week,      2026-11-09, 2026-11-15, 2026-11-02, 2026-11-08",
        "this-month,     2026-11-01, 2026-11-21, 2026-10-01, 2026-10-21",
        "last-month,     2026-10-01, 2026-10-31, 2026-09-01, 2026-09-30",
        "this-quarter,   2026-10-01, 2026-11-21, 2026-07-01, 2026-08-21",
        "last-quarter,   2026-07-01, 2026-09-30, 2026-04-01, 2026-06-30",
        "this-year,      2026-01-01, 2026-11-21, 2025-01-01, 2025-11-21",
        "last-year,      2025-01-01, 2025-12-31, 2024-01-01, 2024-12-31",
        "all,            2024-01-10, 2026-11-20, 2021-02-28, 2024-01-09",
    })
    void eachIsWhatItsNameSays(String key, String from, String last, String before, String lastBefore) {
        Slice slice = SliceReaderTest.read("period=" + key);

        assertThat(slice.period()).isEqualTo(period(from, last));
        assertThat(slice.comparedPeriod()).contains(period(before, lastBefore));
    }

    @Test
    void aMonthSoFarIsNotComparedBeyondTheEndOfAShorterOne() {
        SliceContext march = Contexts.on("2026-03-30");
        Slice slice = SliceReader.read(Map.of("period", java.util.List.of("this-month")), march);

        assertThat(slice.period()).isEqualTo(period("2026-03-01", "2026-03-30"));
        assertThat(slice.comparedPeriod()).contains(period("2026-02-01", "2026-02-28"));
    }

    @Test
    void weeksStartOnTheConfiguredDay() {
        SliceContext sundays = new SliceContext(
                Contexts.BERLIN,
                DayOfWeek.SUNDAY,
                LocalDate.parse("2026-11-21"),
                Set.of(),
                Map.of(),
                Set.of(),
                Set.of());

        assertThat(Preset.THIS_WEEK.period(sundays)).isEqualTo(period("2026-11-15", "2026-11-21"));
        assertThat(Preset.LAST_WEEK.period(sundays)).isEqualTo(period("2026-11-08", "2026-11-14"));
        assertThat(Preset.ALL.period(sundays)).isEqualTo(period("2026-10-23", "2026-11-21"));
    }

    @Test
    void allIsUpToTodayWhateverIsDatedAhead() {
        assertThat(Preset.ALL.period(recorded("2020-01-01", "2062-03-06")))
                .isEqualTo(period("2020-01-01", "2026-11-21"));
        assertThat(Preset.ALL.period(recorded("2020-01-01", "2021-01-01")))
                .isEqualTo(period("2020-01-01", "2020-12-31"));
        assertThat(Preset.ALL.period(recorded("2030-01-01", "2031-01-01")))
                .isEqualTo(period("2026-10-23", "2026-11-21"));
    }

    private static SliceContext recorded(String from, String to) {
        return new SliceContext(
                Contexts.BERLIN,
                DayOfWeek.MONDAY,
                LocalDate.parse("2026-11-21"),
                Set.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                Optional.of(new Period(LocalDate.parse(from), LocalDate.parse(to))));
    }
}
