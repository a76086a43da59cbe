package dev.rapport.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Metric;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricTextsTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                MetricNames.class,
                MetricMeanings.class,
                MetricFormulas.class,
                MetricReasons.class,
                MetricMisreadings.class
            })
    void everyMetricHasItsTextsAndNoTextIsLeftOver(Class<?> bundle) {
        Set<String> keys = Stream.of(bundle.getDeclaredMethods())
                .map(Method::getName)
                .map(name -> name.replaceAll("([A-Z]|[0-9]+)", "_$1").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<String> metrics = Catalogue.all().stream().map(Metric::key).toList();
        assertThat(keys).containsExactlyInAnyOrderElementsOf(metrics);
    }
}
