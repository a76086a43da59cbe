package dev.rapport.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metric.Catalogue;
import dev.rapport.words.TextFile;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricTextsTest {
    private final TextFile texts = TextFile.in(Locale.ENGLISH, "metrics");

    @Test
    void everyMetricHasItsTextsAndNoTextIsLeftOver() {
        Set<String> wanted = Catalogue.all().stream()
                .flatMap(metric -> Stream.of("name", "meaning", "formula", "reason", "misreading")
                        .map(kind -> metric.key() + "." + kind))
                .collect(Collectors.toSet());
        assertThat(texts.keys()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void noTextIsEmpty() {
        assertThat(texts.keys())
                .allSatisfy(key -> assertThat(texts.text(key))
                        .hasValueSatisfying(text -> assertThat(text).isNotBlank()));
    }

    @Test
    void aLanguageWithoutTextsReadsEnglish() {
        assertThat(TextFile.in(Locale.GERMANY, "metrics").text("csat.name")).contains("Customer satisfaction");
    }
}
