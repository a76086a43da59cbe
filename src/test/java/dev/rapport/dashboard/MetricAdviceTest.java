package dev.rapport.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metric.Catalogue;
import dev.rapport.words.TextFile;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MetricAdviceTest {
    private static final TextFile TEXTS = TextFile.in(Locale.ENGLISH, "advice");

    @Test
    void eachHasCausesRemediesAndSourcesThatAreKnown() {
        Set<String> metrics = new TreeSet<>();
        TEXTS.keys().forEach(key -> metrics.add(key.substring(0, key.indexOf('.'))));
        Set<String> sources = TextFile.in(Locale.ENGLISH, "sources").keys();
        assertThat(metrics).hasSizeGreaterThan(70).allSatisfy(metric -> {
            assertThat(Catalogue.find(metric)).as(metric).isPresent();
            assertThat(TEXTS.text(metric + ".causes")).as(metric).isPresent();
            assertThat(TEXTS.text(metric + ".remedies")).as(metric).isPresent();
            assertThat(sources)
                    .as(metric)
                    .containsAll(List.of(
                            TEXTS.text(metric + ".sources").orElse("none").split(",")));
        });
    }

    @Test
    void saysWhatTheSourcesSay() {
        MetricAdvice bounces = MetricAdvice.of("bounce_rate", Locale.ENGLISH).orElseThrow();
        assertThat(bounces.remedies()).contains("landing pages", "navigation");
        assertThat(bounces.sources())
                .isEqualTo("Nextiva, 18 customer engagement metrics; VWO, 8 customer engagement metrics");
        assertThat(MetricAdvice.of("no_metric", Locale.ENGLISH)).isEmpty();
    }
}
