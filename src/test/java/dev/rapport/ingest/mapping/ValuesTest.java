package dev.rapport.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void numbersWithPoint() {
        assertThat(number(DecimalStyle.POINT, "1,234.56")).isEqualTo("1234.56");
        assertThat(number(DecimalStyle.POINT, "-1 234.5")).isEqualTo("-1234.5");
        assertThat(number(DecimalStyle.POINT, "(12.00)")).isEqualTo("-12.00");
        assertThat(number(DecimalStyle.POINT, "\u20ac 5")).isEqualTo("5.0");
        assertThat(number(DecimalStyle.POINT, "12 %")).isEqualTo("12.0");
        assertThat(number(DecimalStyle.POINT, ".5")).isEqualTo("0.5");
        assertThat(number(DecimalStyle.POINT, "1e3")).isEqualTo("1000");
        assertThat(number(DecimalStyle.POINT, "1e400")).isEqualTo("none");
        assertThat(number(DecimalStyle.POINT, "1.234,56")).isEqualTo("none");
        assertThat(number(DecimalStyle.POINT, "12,34")).isEqualTo("none");
        assertThat(number(DecimalStyle.POINT, "x")).isEqualTo("none");
        assertThat(number(DecimalStyle.POINT, "--1")).isEqualTo("none");
        assertThat(number(DecimalStyle.POINT, "1,234.50-")).isEqualTo("-1234.50");
        assertThat(number(DecimalStyle.POINT, "\u0661\u066c\u0662\u0663\u0664\u066b\u0665\u0666"))
                .isEqualTo("1234.56");
        assertThat(number(DecimalStyle.POINT, "NaN")).isEqualTo("none");
    }

    @Test
    void numbersWithComma() {
        assertThat(number(DecimalStyle.COMMA, "1.234,56")).isEqualTo("1234.56");
        assertThat(number(DecimalStyle.COMMA, "1\u00a0234,56")).isEqualTo("1234.56");
        assertThat(number(DecimalStyle.COMMA, "1'234,5")).isEqualTo("1234.5");
        assertThat(number(DecimalStyle.COMMA, "1,234.56")).isEqualTo("none");
    }

    @Test
    void datesAreReadInTheirFormat() {
        assertThat(moment(MomentFormat.YMD, "2024-03-13 10:21:14")).isEqualTo("2024-03-13T09:21:14Z");
        assertThat(moment(MomentFormat.YMD, "2024-03-13T10:21:14.123Z")).isEqualTo("2024-03-13T10:21:14.123Z");
        assertThat(moment(MomentFormat.YMD, "2024-03-13T10:21:14+05:30")).isEqualTo("2024-03-13T04:51:14Z");
        assertThat(moment(MomentFormat.YMD, "20240313T102114Z")).isEqualTo("2024-03-13T10:21:14Z");
        assertThat(moment(MomentFormat.DMY, "29/2/2016 01:16")).isEqualTo("2016-02-29T00:16:00Z");
        assertThat(moment(MomentFormat.DMY, "13.03.24")).isEqualTo("2024-03-12T23:00:00Z");
        assertThat(moment(MomentFormat.DMY, "13 Mar 2024 10:00")).isEqualTo("2024-03-13T09:00:00Z");
        assertThat(moment(MomentFormat.MDY, "3/13/2024 1:05 PM")).isEqualTo("2024-03-13T12:05:00Z");
        assertThat(moment(MomentFormat.MDY, "Mar 13, 2024 12:00 AM")).isEqualTo("2024-03-12T23:00:00Z");
        assertThat(moment(MomentFormat.EPOCH_SECONDS, "1710325274")).isEqualTo("2024-03-13T10:21:14Z");
        assertThat(moment(MomentFormat.EPOCH_MILLIS, "1710325274123")).isEqualTo("2024-03-13T10:21:14.123Z");
    }

    @Test
    void whatIsNoDateIsNone() {
        for (String text : List.of(
                "31/2/2024",
                "29/2/2023",
                "1/13/2024",
                "2024-01-01",
                "1/1/99999",
                "1/1/2024 25:00",
                "yesterday",
                "1/1/2024 10:00 tomorrow")) {
            assertThat(moment(MomentFormat.DMY, text)).as(text).isEqualTo("none");
        }
        assertThat(moment(MomentFormat.YMD, "0001-01-01")).isEqualTo("none");
    }

    @Test
    void theDaysOfTheClockChangeAreNeverInDoubt() {
        assertThat(moment(MomentFormat.YMD, "2026-03-29 02:30")).as("left out").isEqualTo("2026-03-29T01:30:00Z");
        assertThat(moment(MomentFormat.YMD, "2026-10-25 02:30"))
                .as("comes twice")
                .isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void theOrderOfDayAndMonthIsFound() {
        assertThat(MomentFormat.guess(List.of("1/2/2024", "13/2/2024")))
                .contains(new MomentFormat.Guess(MomentFormat.DMY, false));
        assertThat(MomentFormat.guess(List.of("1/2/2024", "2/13/2024")))
                .contains(new MomentFormat.Guess(MomentFormat.MDY, false));
        assertThat(MomentFormat.guess(List.of("1/2/2024", "3/4/2024")))
                .contains(new MomentFormat.Guess(MomentFormat.DMY, true));
        assertThat(MomentFormat.guess(List.of("1710325274")))
                .contains(new MomentFormat.Guess(MomentFormat.EPOCH_SECONDS, false));
        assertThat(MomentFormat.guess(List.of("hello"))).isEmpty();
    }

    @Test
    void numbersOfCustomersLoseWhatSpreadsheetsAdd() {
        assertThat(ValueReader.id("17850.0")).isEqualTo("17850");
        assertThat(ValueReader.id("17850.5")).isEqualTo("17850.5");
        assertThat(ValueReader.id("0017")).isEqualTo("0017");
    }

    private static String number(DecimalStyle style, String text) {
        return style.parse(text).map(java.math.BigDecimal::toPlainString).orElse("none");
    }

    private static String moment(MomentFormat format, String text) {
        return format.moment(text, BERLIN).map(java.time.Instant::toString).orElse("none");
    }
}
