package dev.rapport.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueDictionaryTest {
    @Test
    void aValueKeepsItsNumberWhileItIsRemembered() {
        ValueDictionary<String> numbers = new ValueDictionary<>(String::length);
        assertThat(numbers.of("a")).isEqualTo(1);
        assertThat(numbers.of("b")).isEqualTo(2);
        assertThat(numbers.of("a")).isEqualTo(1);
        assertThat(numbers.takeFresh()).extracting(ValueDictionary.Fresh::value).containsExactly("a", "b");
        assertThat(numbers.of("b")).isEqualTo(2);
        assertThat(numbers.takeFresh()).isEmpty();
        assertThat(numbers.freshCharacters()).isZero();
    }

    @Test
    void whatIsForgottenGetsAnotherNumberThatMeansTheSame() {
        ValueDictionary<String> numbers = new ValueDictionary<>(String::length);
        Map<Integer, String> meaning = new HashMap<>();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 300_000; i++) {
                int number = numbers.of("value " + i);
                numbers.takeFresh().forEach(fresh -> meaning.put(fresh.number(), fresh.value()));
                assertThat(meaning.get(number)).isEqualTo("value " + i);
            }
        }
        assertThat(meaning).hasSize(600_000);
    }

    @Test
    void longTextsAreForgottenSooner() {
        ValueDictionary<String> numbers = new ValueDictionary<>(String::length);
        int first = numbers.of("x".repeat(1_000));
        for (int i = 0; i < 10_000; i++) {
            numbers.of(i + "y".repeat(1_000));
        }
        assertThat(numbers.of("x".repeat(1_000))).isNotEqualTo(first);
    }
}
