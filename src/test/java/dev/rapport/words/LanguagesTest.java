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
    void knowsWhichLanguagesRunFromRightToLeft() {
        assertThat(Languages.isRightToLeft(Locale.forLanguageTag("ar"))).isTrue();
        assertThat(Languages.isRightToLeft(Locale.ENGLISH)).isFalse();
    }
}
