package dev.rapport.dashboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.db.JdbiSetup;
import dev.rapport.testsupport.FreshDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnMetricsTest {
    private final OwnMetrics own = new OwnMetrics(JdbiSetup.of(FreshDatabase.create()));

    @Test
    void eachPersonHasAListInTheOrderChosen() {
        assertThat(own.add("maria", List.of("nps", "csat"))).isTrue();
        assertThat(own.add("samir", List.of("csat"))).isTrue();
        assertThat(own.add("maria", List.of("csat", "churn_rate", "churn_rate")))
                .isTrue();
        assertThat(own.of("maria")).containsExactly("nps", "csat", "churn_rate");

        own.remove("maria", "csat");
        own.remove("maria", "no_more");
        assertThat(own.of("maria")).containsExactly("nps", "churn_rate");
        assertThat(own.of("samir")).containsExactly("csat");
        assertThat(own.of("ada")).isEmpty();
    }

    @Test
    void aListThatWouldBeTooLongStaysAsItIs() {
        List<String> full = IntStream.range(0, OwnMetrics.MOST)
                .mapToObj(number -> "metric_" + number)
                .toList();
        assertThat(own.add("zoe", full)).isTrue();
        assertThat(own.add("zoe", List.of("metric_0"))).isTrue();
        assertThat(own.add("zoe", List.of("metric_0", "one_more"))).isFalse();
        assertThat(own.of("zoe")).isEqualTo(full);
    }
}
