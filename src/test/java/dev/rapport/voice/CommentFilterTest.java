package dev.rapport.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.slice.BadSliceException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentFilterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "refund | 'refund':*",
                "Refund SLOW | 'refund':* & 'slow':*",
                "it's (a) & !b | 'it':* & 's':* & 'a':* & 'b':*",
                "'; drop table response -- | 'drop':* & 'table':* & 'response':*",
                "\\:* <-> | \"\"",
                "Größe 12,5 | 'größe':* & '12':* & '5':*"
            })
    void onlyWordsAreLookedFor(String text, String words) {
        assertThat(CommentFilter.words(text)).isEqualTo(words);
    }

    @Test
    void whatCannotBeAskedForIsRefusedByItsName() {
        assertThatThrownBy(() -> CommentFilter.read(Map.of("tone", List.of("fine"))))
                .isInstanceOfSatisfying(
                        BadSliceException.class, e -> assertThat(e.parameter()).isEqualTo("tone"));
        assertThatThrownBy(() -> CommentFilter.read(Map.of("q", List.of("x".repeat(201)))))
                .isInstanceOf(BadSliceException.class);
        assertThatThrownBy(() -> CommentFilter.read(Map.of("q", List.of("a\0b"))))
                .isInstanceOf(BadSliceException.class);
        assertThat(CommentFilter.read(Map.of("q", List.of("  "))).search()).isEmpty();
    }
}
