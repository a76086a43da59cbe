package dev.rapport.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.slice.Grain;
import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds that values are called what the sources call them, also where one band ends and the next begins. */
class SourceBenchmarksTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            csat                   |                 | 74.9  | poor
            csat                   |                 | 75    | good
            csat                   |                 | 85    | good
            csat                   |                 | 85.1  | very_good
            nps                    |                 | 0     | poor
            nps                    |                 | 20    | good
            nps                    |                 | 50    | great
            nps                    |                 | 50.1  | excellent
            ces                    | survey=effort   | 3     | good
            ces                    | survey=effort   | 3.1   | poor
            clv_to_cac             |                 | 2.9   | poor
            clv_to_cac             |                 | 3     | good
            clv_to_cac             |                 | 5     | good
            clv_to_cac             |                 | 5.1   | great
            stickiness             |                 | 13    | poor
            stickiness             |                 | 13.1  | good
            churn_rate             |                 | 1.9   | below
            churn_rate             |                 | 2     | healthy
            churn_rate             |                 | 8     | healthy
            churn_rate             |                 | 8.1   | poor
            activity_rate          |                 | 20    | below
            activity_rate          |                 | 20.1  | good
            feature_usage          |                 | 27.9  | below
            feature_usage          |                 | 28    | good
            social_engagement_rate |                 | 0.9   | poor
            social_engagement_rate |                 | 1     | good
            social_engagement_rate |                 | 5     | good
            social_engagement_rate |                 | 5.1   | above
            pages_per_session      |                 | 1.6   | poor
            pages_per_session      |                 | 1.7   | good
            pages_per_session      |                 | 4     | good
            pages_per_session      |                 | 4.1   | above
            time_on_page           |                 | 51    | poor
            time_on_page           |                 | 52    | good
            page_views             |                 | 999   | below
            page_views             |                 | 1000  | good
            bounce_rate            |                 | 19.9  | good
            bounce_rate            |                 | 20    | typical
            bounce_rate            |                 | 55    | typical
            bounce_rate            |                 | 55.1  | poor
            ctr                    |                 | 5.9   | typical
            ctr                    |                 | 6     | good
            new_visitor_share      |                 | 9.9   | below
            new_visitor_share      |                 | 10    | typical
            scroll_depth           |                 | 49.9  | poor
            scroll_depth           |                 | 50    | good
            retention_rate         |                 | 49.9  | poor
            retention_rate         |                 | 50    | typical
            retention_rate         |                 | 70    | good
            """)
    void valuesHaveTheWordOfTheirSource(String key, String query, BigDecimal value, String label) {
        Slice slice = Given.slice(query == null ? "" : query);
        Benchmark benchmark = Catalogue.find(key)
                .flatMap(metric -> metric.benchmark(slice, Given.ITEMS))
                .orElseThrow();

        assertThat(benchmark.band(Figure.of(value, 100)).map(Benchmark.Band::label))
                .contains(label);
    }

    @Test
    void effortOfFivePointsIsHeldAgainstTwo() {
        SurveyItems five = new SurveyItems(
                Map.of(), Optional.empty(), List.of(new SurveyItems.Survey(1, "easy", "ces", 1, 5, true, false, 10)));
        Benchmark effort = Catalogue.find("ces")
                .flatMap(metric -> metric.benchmark(Given.slice(""), five))
                .orElseThrow();

        assertThat(label(effort, "2")).contains("good");
        assertThat(label(effort, "2.1")).contains("poor");
    }

    @Test
    void churnOfSoftwareStandsBesideThatOfAll() {
        Definition churn = Catalogue.find("churn_rate").orElseThrow().definition();

        assertThat(churn.beside()).singleElement().satisfies(saas -> {
            assertThat(saas.source()).isEqualTo("Q10");
            assertThat(saas.whom()).contains("saas");
            assertThat(label(saas, "2.9")).contains("below");
            assertThat(label(saas, "3")).contains("healthy");
            assertThat(label(saas, "8")).contains("healthy");
            assertThat(label(saas, "8.1")).contains("poor");
        });
    }

    /** A day's churn of 1 % is not below what a month's should be. */
    @ParameterizedTest
    @CsvSource({
        "churn_rate, MONTH",
        "page_views, MONTH",
        "feature_usage, MONTH",
        "new_visitor_share, MONTH",
        "retention_rate, YEAR"
    })
    void whatGrowsWithTheTimeIsOfATimeOnly(String key, Grain span) {
        assertThat(Catalogue.find(key)
                        .flatMap(metric -> metric.benchmark(Given.slice(""), Given.ITEMS))
                        .flatMap(Benchmark::span))
                .contains(span);
    }

    private static Optional<String> label(Benchmark benchmark, String value) {
        return benchmark.band(Figure.of(new BigDecimal(value), 100)).map(Benchmark.Band::label);
    }
}
