package dev.rapport.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatsTest {
    private final NumberFormats english = new NumberFormats(Locale.ENGLISH);

    @Test
    void writesCountsInTheReadersLanguage() {
        assertThat(english.count(1234567)).isEqualTo("1,234,567");
        assertThat(new NumberFormats(Locale.GERMAN).count(1234567)).isEqualTo("1.234.567");
    }

    @Test
    void writesPercentOfAValueThatIsInPercentAlready() {
        assertThat(english.percent(new BigDecimal("40.55"), 1)).isEqualTo("40.6%");
        assertThat(english.percent(new BigDecimal("-3"), 1)).isEqualTo("−3.0%");
    }

    @Test
    void signsOnlyWhatIsNotZeroAfterRounding() {
        assertThat(english.signed(new BigDecimal("12.4"), 0)).isEqualTo("+12");
        assertThat(english.signed(new BigDecimal("-3"), 0)).isEqualTo("−3");
        assertThat(english.signed(new BigDecimal("0.04"), 1)).isEqualTo("0.0");
        assertThat(english.signed(new BigDecimal("-0.04"), 1)).isEqualTo("0.0");
    }

    @Test
    void writesCentsOfSmallMoneyOnly() {
        assertThat(english.money(new BigDecimal("64.205"), "EUR")).isEqualTo("€64.21");
        assertThat(english.money(new BigDecimal("957304.4"), "EUR")).isEqualTo("€957,304");
        assertThat(english.money(new BigDecimal("500"), "JPY")).isEqualTo("¥500");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "4.25, 4.3 s",
        "45.4, 45 s",
        "59.6, 1 min",
        "200, 3 min 20 s",
        "3599.6, 1 h",
        "3600, 1 h",
        "18720, 5 h 12 min",
        "86399, 1 d",
        "187200, 2 d 4 h",
        "-90, −1 min 30 s"
    })
    void writesDurationsByTheirTwoLargestUnits(BigDecimal seconds, String text) {
        assertThat(english.duration(seconds)).isEqualTo(text);
    }

    @Test
    void writesBytesByPowersOfAThousand() {
        assertThat(english.bytes(999)).isEqualTo("999 B");
        assertThat(english.bytes(3_565_158)).isEqualTo("3.4 MB");
        assertThat(english.bytes(8L << 30)).isEqualTo("8 GB");
    }

    @ParameterizedTest
    @CsvSource({
        "0.018, 3",
        "0.0184, 3",
        "0.0999, 1",
        "0.5, 1",
        "0.52, 2",
        "0.528, 2",
        "1.26, 1",
        "40.04, 1",
        "0, 1",
        "-0.018, 3",
        "0.00000000001, 8"
    })
    void smallRatesKeepTwoDigits(String value, int decimals) {
        assertThat(NumberFormats.decimals(new BigDecimal(value), 1)).isEqualTo(decimals);
    }

    @Test
    void knowsThePluralFormsOfTheLanguage() {
        assertThat(new NumberFormats(Locale.ENGLISH).counted(1)).isEqualTo(new Counted("1", "one"));
        assertThat(new NumberFormats(Locale.ENGLISH).counted(1000)).isEqualTo(new Counted("1,000", "other"));
        assertThat(new NumberFormats(Locale.forLanguageTag("pl")).counted(3).plural())
                .isEqualTo("few");
        assertThat(new NumberFormats(Locale.forLanguageTag("pl")).counted(5).plural())
                .isEqualTo("many");
    }
}
