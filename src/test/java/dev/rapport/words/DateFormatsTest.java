package dev.rapport.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DateFormatsTest {
    private static final LocalDate FIFTH = LocalDate.parse("2026-01-05");

    @Test
    void writesDaysInTheOrderOfTheLanguage() {
        assertThat(new DateFormats(Locale.UK).shortDay(FIFTH)).isEqualTo("5 Jan");
        assertThat(new DateFormats(Locale.US).shortDay(FIFTH)).isEqualTo("Jan 5");
        assertThat(new DateFormats(Locale.ENGLISH).shortDay(FIFTH)).isEqualTo("Jan 5");
        assertThat(new DateFormats(Locale.GERMANY).shortDay(FIFTH)).isEqualTo("5. Jan.");
        assertThat(new DateFormats(Locale.JAPAN).shortDay(FIFTH)).isEqualTo("1月5日");
        assertThat(new DateFormats(Locale.UK).month(FIFTH)).isEqualTo("Jan 2026");
        assertThat(new DateFormats(Locale.JAPAN).month(FIFTH)).isEqualTo("2026年1月");
    }

    @Test
    void leavesTheYearOutOnceWherePeriodsHaveOne() {
        DateFormats british = new DateFormats(Locale.UK);
        assertThat(british.period(FIFTH, LocalDate.parse("2026-02-01"))).isEqualTo("5 Jan – 1 Feb 2026");
        assertThat(british.period(FIFTH, FIFTH)).isEqualTo("5 Jan 2026");
    }

    @Test
    void writesMomentsInTheirZone() {
        assertThat(new DateFormats(Locale.UK).moment(Instant.parse("2026-01-05T23:30:00Z"), ZoneId.of("Europe/Berlin")))
                .isEqualTo("6 Jan 2026, 00:30");
        assertThat(new DateFormats(Locale.UK).time(LocalTime.of(14, 0))).isEqualTo("14:00");
    }
}
