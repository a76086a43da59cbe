package dev.rapport.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metric.Definition.Unit;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetAmountTest {
    @ParameterizedTest
    @CsvSource({
        "80, PERCENT, 80, 80",
        "80.5 %, PERCENT, 80.5, 80.5",
        "-10, POINTS, -10, -10",
        "1200.50, MONEY, 1200.50, 1200.5",
        "45 s, DURATION, 45, 45 s",
        "8h, DURATION, 28800, 8 h",
        "1 h 30 min, DURATION, 5400, 90 min",
        "2 d, DURATION, 172800, 2 d",
        "0.5 h, DURATION, 1800.0, 30 min"
    })
    void readsWhatPeopleTypeAndWritesItSoThatItCanBeReadAgain(String typed, Unit unit, String value, String plain) {
        assertThat(TargetAmount.read(typed, unit)).contains(new BigDecimal(value));
        assertThat(TargetAmount.plain(new BigDecimal(value), unit)).isEqualTo(plain);
        assertThat(TargetAmount.read(plain, unit).orElseThrow()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,200", "1.200,50", "many", "1e9", "NaN", "--1", "9999999999999999"})
    void refusesWhatCouldMeanSomethingElse(String typed) {
        assertThat(TargetAmount.read(typed, Unit.MONEY)).isEmpty();
        assertThat(TargetAmount.read(typed, Unit.DURATION)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "8 hours", "8 h and 3 s", "min", "8 h 5"})
    void aDurationNeedsItsUnit(String typed) {
        assertThat(TargetAmount.read(typed, Unit.DURATION)).isEmpty();
    }
}
