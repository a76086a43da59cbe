package dev.rapport.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Dates as people's tools write them. */
class WrittenDateTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<String> LANGUAGES =
            Set.of("en", "de", "es", "fr", "ar", "it", "pt", "nl", "sv", "da", "nb", "nn", "pl", "cs", "fi");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MDY | 10/14/2026, 2:30:00\u202fPM                                          | 2026-10-14T12:30:00Z
            MDY | 10/14/2026,\u00a02:30:00\u2009PM                                     | 2026-10-14T12:30:00Z
            DMY | 14/10/2026, 2:30:00 p.\u00a0m.                                       | 2026-10-14T12:30:00Z
            DMY | 15/10/2026, 9:05:00 a. m.                                            | 2026-10-15T07:05:00Z
            DMY | 14/10/2026 02:30 PM                                                  | 2026-10-14T12:30:00Z
            DMY | \u0661\u0664\u200f/\u0661\u0660\u200f/\u0662\u0660\u0662\u0666\u060c \u0662:\u0663\u0660:\u0660\u0660 \u0645 | 2026-10-14T12:30:00Z
            DMY | 14. Jan. 2026                                                        | 2026-01-13T23:00:00Z
            DMY | 14. M\u00e4r. 2026                                                   | 2026-03-13T23:00:00Z
            DMY | Mi., 14. Januar 2026 um 10:21 Uhr                                    | 2026-01-14T09:21:00Z
            DMY | 1er mars 2024                                                        | 2024-02-29T23:00:00Z
            DMY | mar. 5 mars 2024 \u00e0 14 h 30                                      | 2024-03-05T13:30:00Z
            DMY | 5 mar 2024                                                           | 2024-03-04T23:00:00Z
            DMY | 14 de octubre de 2026, 14:30                                         | 2026-10-14T12:30:00Z
            MDY | March 1st, 2024 at 9:12 AM                                           | 2024-03-01T08:12:00Z
            MDY | Friday, March 1, 2024 9:12:13 AM                                     | 2024-03-01T08:12:13Z
            MDY | Fri Mar 01 2024 12:34:56 GMT+0100 (Central European Standard Time)   | 2024-03-01T11:34:56Z
            MDY | Fri Mar 01 2024 12:34:56 GMT+0100 (CET)                              | 2024-03-01T11:34:56Z
            MDY | Fri Mar  1 12:34:56 EST 2024                                         | 2024-03-01T17:34:56Z
            MDY | Fri Mar  1 12:34:56 2024                                             | 2024-03-01T11:34:56Z
            DMY | Fri, 01 Mar 2024 12:34:56 +0100 (CET)                                | 2024-03-01T11:34:56Z
            DMY | Fri, 1 Mar 2024 12:34:56 GMT                                         | 2024-03-01T12:34:56Z
            DMY | 01/Mar/2024:12:34:56 -0500                                           | 2024-03-01T17:34:56Z
            YMD | 2024-03-01 12:34:56 +0100 CET                                        | 2024-03-01T11:34:56Z
            YMD | 2024-03-01 12:34:56.123456789 +0100 CET m=+0.000012                  | 2024-03-01T11:34:56.123456789Z
            YMD | 2024-03-01 12:34:56 +0300 +03                                        | 2024-03-01T09:34:56Z
            YMD | 2024/03/04 9:12:01 AM GMT+1                                          | 2024-03-04T08:12:01Z
            YMD | 2024/03/04 9:12:01 AM GMT+5:30                                       | 2024-03-04T03:42:01Z
            YMD | 2024/03/04 9:12:01 PM GMT-3                                          | 2024-03-05T00:12:01Z
            YMD | 2024-03-04 09:12:01 UTC-3                                            | 2024-03-04T12:12:01Z
            YMD | 2024-07-04 09:12:01 PDT                                              | 2024-07-04T16:12:01Z
            YMD | 2024-07-04T09:12:01+02:00[Europe/Berlin]                             | 2024-07-04T07:12:01Z
            YMD | 2024-07-04 09:12 America/New_York                                    | 2024-07-04T13:12:00Z
            YMD | 2024-07-04 9:12 AM ET                                                | 2024-07-04T13:12:00Z
            YMD | 2024\u5e743\u67081\u65e5 \u4e0b\u53482:30                            | 2024-03-01T13:30:00Z
            DMY | 13MAR2024                                                            | 2024-03-12T23:00:00Z
            DMY | 10:21:14 13/03/2024                                                  | 2024-03-13T09:21:14Z
            DMY | 13.03.2024 - 10:21                                                   | 2024-03-13T09:21:00Z
            MDY | Mar  1 2024 12:34:56:789AM                                           | 2024-02-29T23:34:56.789Z
            EXCEL_SERIAL | 45366                                                       | 2024-03-14T23:00:00Z
            EXCEL_SERIAL | 45366.61                                                    | 2024-03-15T13:38:24Z
            EXCEL_SERIAL | 45366,4236111111                                            | 2024-03-15T09:10:00Z
            """)
    void isReadAsItIsMeant(MomentFormat format, String text, String moment) {
        assertThat(format.moment(text, BERLIN).map(Instant::toString)).contains(moment);
        assertThat(MomentFormat.guess(List.of(text)))
                .hasValueSatisfying(
                        guess -> assertThat(guess.format().moment(text, BERLIN).map(Instant::toString))
                                .contains(moment));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DMY | 14 Foo 2026
            DMY | 14 Jan 2026 10
            YMD | 2024-03-13-03:00
            YMD | 2024-03-04 09:12:01 CST
            YMD | 2024-03-04 09:12:01 IST
            YMD | 2024-03-04 09:12:01 tomorrow
            YMD | 2024-03-04 09:12 14:30
            MDY | 2/30/2024
            DMY | 14:30 PM 14/10/2026
            DMY | 4.12.1
            DMY | 203.0.113.7
            YMD | 0000-00-00 00:00:00
            """)
    void whatIsNotKnownIsNotGuessed(MomentFormat format, String text) {
        assertThat(format.moment(text, BERLIN)).isEmpty();
    }

    static Stream<Locale> locales() {
        return Arrays.stream(Locale.getAvailableLocales())
                .filter(locale -> LANGUAGES.contains(locale.getLanguage())
                        && locale.getScript().isEmpty());
    }

    /** In the spelling of whatever JDK runs this; what the other ones write is in the table as well. */
    @ParameterizedTest
    @MethodSource("locales")
    void allMonthsOfAllLanguagesAreRead(Locale locale) {
        List<String> wrong = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            LocalDate date = LocalDate.of(2026, month, 14);
            for (TextStyle style : new TextStyle[] {
                TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE
            }) {
                String name = date.getMonth().getDisplayName(style, locale);
                if (name.chars().anyMatch(Character::isDigit)) {
                    continue;
                }
                String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
                for (String written : new String[] {name, bare, bare + ".", bare.toUpperCase(locale)}) {
                    check(MomentFormat.DMY, "14. " + written + " 2026", date, wrong);
                    check(MomentFormat.DMY, "14-" + written + "-26", date, wrong);
                    check(MomentFormat.MDY, written + " 14, 2026", date, wrong);
                    String weekday = date.getDayOfWeek().getDisplayName(style, locale);
                    check(MomentFormat.DMY, weekday + ", 14 " + written + " 2026", date, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("locales")
    void halvesOfTheDayOfAllLanguagesAreRead(Locale locale) {
        String half = DateTimeFormatter.ofPattern("h:mm:ss a", locale).format(LocalTime.of(14, 30));
        Instant expected =
                LocalDate.of(2026, 10, 14).atTime(14, 30).atZone(BERLIN).toInstant();
        assertThat(MomentFormat.DMY.moment("14/10/2026, " + half, BERLIN))
                .as(half)
                .contains(expected);
        assertThat(MomentFormat.DMY.moment("14/10/2026, " + half.replace(' ', '\u202f'), BERLIN))
                .contains(expected);
    }

    /** A whole date in the medium and long form of the language, in the order that it has. */
    @ParameterizedTest
    @MethodSource("locales")
    void wholeDatesOfAllLanguagesAreRead(Locale locale) {
        List<String> wrong = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            LocalDate date = LocalDate.of(2026, month, 14);
            for (FormatStyle style : new FormatStyle[] {FormatStyle.MEDIUM, FormatStyle.LONG, FormatStyle.FULL}) {
                String written = DateTimeFormatter.ofLocalizedDate(style)
                        .withLocale(locale)
                        .withZone(BERLIN)
                        .format(date);
                if (MomentFormat.guess(List.of(written))
                        .flatMap(guess -> guess.format().day(written, BERLIN))
                        .filter(date::equals)
                        .isEmpty()) {
                    wrong.add(written);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(MomentFormat format, String text, LocalDate date, List<String> wrong) {
        if (!format.day(text, BERLIN).filter(date::equals).isPresent()) {
            wrong.add(text);
        }
    }

    @Test
    void serialNumbersOfSpreadsheetsAreFound() {
        assertThat(MomentFormat.guess(List.of("45366", "45367.61")))
                .contains(new MomentFormat.Guess(MomentFormat.EXCEL_SERIAL, false));
    }

    @Test
    void bothOrdersInOneColumnAreAQuestion() {
        assertThat(MomentFormat.guess(List.of("13/2/2024", "2/13/2024", "1/2/2024")))
                .hasValueSatisfying(guess -> assertThat(guess.ambiguous()).isTrue());
    }
}
