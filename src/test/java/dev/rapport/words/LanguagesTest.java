package dev.rapport.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguagesTest {
    @Test
    void writesNumbersInTheLanguageOfTheWordsAroundThem() {
        assertThat(Languages.spoken(Locale.UK)).isEqualTo(Locale.UK);
        assertThat(Languages.spoken(Locale.GERMANY)).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.spoken(Optional.of("en-GB"))).isEqualTo(Locale.UK);
        assertThat(Languages.spoken(Optional.empty())).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void picksTheFirstLanguageThatThereAreWordsFor() {
        assertThat(Languages.asked("en-GB,en;q=0.9")).isEqualTo(Locale.UK);
        assertThat(Languages.asked("de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7")).isEqualTo(Locale.US);
        assertThat(Languages.asked("en;q=0.1, en-GB")).isEqualTo(Locale.UK);
        assertThat(Languages.asked("*")).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.asked(null)).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.asked("no language; at all,,")).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.asked("en-GB,".repeat(10_000) + "de")).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void asksForNoWordsButOfLanguagesThatAreSpoken() {
        assertThat(Languages.written(Locale.UK)).isEqualTo("en");
        assertThat(Languages.written(Locale.GERMANY)).isEqualTo("en");
    }

    @Test
    void knowsWhichLanguagesRunFromRightToLeft() {
        assertThat(Languages.isRightToLeft(Locale.forLanguageTag("ar"))).isTrue();
        assertThat(Languages.isRightToLeft(Locale.ENGLISH)).isFalse();
    }
}
