package dev.rapport.dashboard.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.words.TextFile;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MistakeTextsTest {
    @Test
    void tenMistakesHaveATitleATextAndWhatToDoInstead() {
        var kinds = TextFile.in(Locale.ENGLISH, "mistakes").keys().stream()
                .collect(Collectors.groupingBy(key -> key.substring(0, key.indexOf('.'))));
        assertThat(kinds).hasSize(10);
        assertThat(kinds)
                .allSatisfy((mistake, keys) -> assertThat(keys)
                        .containsExactlyInAnyOrderElementsOf(
                                List.of(mistake + ".title", mistake + ".text", mistake + ".instead")));
    }
}
