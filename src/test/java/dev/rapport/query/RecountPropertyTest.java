package dev.rapport.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.cube.read.Grouping;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every metric of the catalogue says, of random slices of random facts, what plain SQL on the facts says. The SQL stands in
 * {@code src/test/resources/recount/<key>.sql} and was written from the contract, not from the product: a metric without
 * such a file fails here.
 */
class RecountPropertyTest {
    private static final int QUESTIONS = Integer.getInteger("rapport.questions", 10);
    private static final int PLACES = 5;

    @ParameterizedTest
    @CsvSource({"21, Europe/Berlin, 2026-03-29, 2026-10-25, false", "22, America/New_York, 2026-03-08, 2026-11-01, true"
    })
    void everyMetricIsWhatPlainSqlSays(long seed, String zone, LocalDate one, LocalDate other, boolean subscriptions)
            throws SQLException {
        RandomFacts facts = RandomFacts.of(seed, ZoneId.of(zone), List.of(one, other), subscriptions);
        Random random = new Random(seed);
        try (Connection connection = facts.source().getConnection()) {
            Recount recount = Recount.of(connection);
            for (Metric metric : Catalogue.all()) {
                String sql = Recount.fromFacts(metric.key());
                for (int question = 0; question < QUESTIONS; question++) {
                    Slice slice = Recount.slice(random, metric, ZoneId.of(zone), random.nextBoolean() ? one : other);
                    check(
                            facts.metrics(),
                            recount,
                            sql,
                            new MetricQuery(metric.key(), slice, grouping(random)),
                            random);
                }
            }
        }
    }

    private static void check(
            MetricQueries metrics, Recount recount, String sql, MetricQuery metricQuery, Random random)
            throws SQLException {
        Slice slice = metricQuery.slice().grain() == Grain.HOUR
                        && !metricQuery.grouping().byBucket()
                ? metricQuery.slice().withGrain(Grain.DAY)
                : metricQuery.slice();
        Answer answer = metrics.ask(metricQuery.metric(), slice, metricQuery.grouping());
        for (int place = 0; place < Math.min(PLACES, answer.rows().size()); place++) {
            Answer.Row row = answer.rows().get(random.nextInt(answer.rows().size()));
            Optional<BigDecimal> counted = recount.count(sql, slice, metricQuery.grouping(), row.key());
            String asked = "%s %s %s %s".formatted(metricQuery.metric(), slice, metricQuery.grouping(), row.key());
            assertThat(row.figure().value().isPresent()).as(asked).isEqualTo(counted.isPresent());
            counted.ifPresent(value -> assertThat(
                            row.figure().value().orElseThrow().doubleValue())
                    .as(asked)
                    .isCloseTo(value.doubleValue(), within(1e-9 * Math.max(1, Math.abs(value.doubleValue())))));
        }
    }

    private static Grouping grouping(Random random) {
        return new Grouping(
                random.nextBoolean(),
                random.nextInt(3) == 0,
                random.nextInt(3) == 0 ? Optional.of(random.nextBoolean() ? "plan" : "region") : Optional.empty());
    }
}
