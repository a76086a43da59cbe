package dev.rapport.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void theFirstSetIsComplete() {
        assertThat(Catalogue.all().stream().map(Metric::key))
                .doesNotHaveDuplicates()
                .contains(
                        "page_views sessions unique_visitors new_visitor_share pages_per_session session_duration bounce_rate conversion_rate dau wau mau stickiness nps csat ces response_rate ticket_volume first_response_time resolution_time resolution_rate backlog reviews review_count follow_up contact_repeat_rate tickets_per_100_customers channel_preference resolved_tickets reopened revenue orders aov purchase_frequency retention_cohort retention_rate churn_rate revenue_churn mrr time_on_page scroll_depth exit_rate activity_rate feature_usage first_week_engagement"
                                .split(" "));
    }

    @Test
    void everyMetricIsFoundByItsKeyAndOnItsPage() {
        for (Metric metric : Catalogue.all()) {
            assertThat(Catalogue.find(metric.key())).contains(metric);
            assertThat(Catalogue.of(metric.definition().topic())).contains(metric);
            assertThat(metric.definition().sources()).isNotEmpty();
        }
        assertThat(Catalogue.find("engagement")).isEmpty();
    }

    @Test
    void bandsFollowEachOtherWithoutGaps() {
        Stream<Benchmark> benchmarks =
                Catalogue.all().stream().flatMap(metric -> metric.definition().benchmark().stream());

        assertThat(benchmarks).isNotEmpty().allSatisfy(benchmark -> {
            List<Benchmark.Band> bands = benchmark.bands();
            assertThat(bands.get(0).from()).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(bands.get(bands.size() - 1).to()).isEqualTo(Double.POSITIVE_INFINITY);
            for (int i = 1; i < bands.size(); i++) {
                assertThat(bands.get(i).from()).isEqualTo(bands.get(i - 1).to());
            }
        });
    }
}
