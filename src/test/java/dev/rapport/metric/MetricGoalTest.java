package dev.rapport.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricGoalTest {
    @Test
    void goalsAndStagesNameMetricsThereAre() {
        assertThat(Stream.of(MetricGoal.values()).flatMap(goal -> goal.metrics().stream()))
                .allMatch(key -> Catalogue.find(key).isPresent());
        assertThat(JourneyStage.exceptions())
                .allMatch(key -> Catalogue.find(key).isPresent());
        for (MetricGoal goal : MetricGoal.values()) {
            assertThat(goal.metrics()).doesNotHaveDuplicates().hasSizeGreaterThan(5);
        }
    }

    @Test
    void everyStageHasMetrics() {
        assertThat(Catalogue.all().stream()
                        .map(metric -> JourneyStage.of(metric.definition()))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(JourneyStage.values());
        assertThat(stage("sessions")).isEqualTo(JourneyStage.AWARENESS);
        assertThat(stage("bounce_rate")).isEqualTo(JourneyStage.CONSIDERATION);
        assertThat(stage("aov")).isEqualTo(JourneyStage.PURCHASE);
        assertThat(stage("feature_usage")).isEqualTo(JourneyStage.USE);
        assertThat(stage("csat")).isEqualTo(JourneyStage.SERVICE);
        assertThat(stage("churn_rate")).isEqualTo(JourneyStage.LOYALTY);
    }

    private static JourneyStage stage(String key) {
        return JourneyStage.of(Catalogue.find(key).orElseThrow().definition());
    }
}
