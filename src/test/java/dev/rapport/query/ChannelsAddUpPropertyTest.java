package dev.rapport.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.read.Grouping;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A customer belongs to one channel, the one that won them, whatever they buy where afterwards. So what channels had, won and
 * lost comes to what there was, was won and was lost in total.
 */
class ChannelsAddUpPropertyTest {
    private static final int QUESTIONS = 12;
    private static final List<String> METRICS = List.of(
            "paying_customers",
            "new_customers",
            "churn_rate",
            "retention_rate",
            "mrr",
            "revenue_churn",
            "expansion_rate",
            "contraction_rate",
            "net_revenue_retention");

    @ParameterizedTest
    @CsvSource({
        "41, Europe/Berlin, 2026-03-29, 2026-10-25, true",
        "42, America/New_York, 2026-03-08, 2026-11-01, true",
        "43, Europe/Berlin, 2026-03-29, 2026-10-25, false"
    })
    void whatChannelsHadAndLostIsTheTotal(long seed, String zone, LocalDate one, LocalDate other, boolean subscriptions)
            throws SQLException {
        RandomFacts facts = RandomFacts.of(seed, ZoneId.of(zone), List.of(one, other), subscriptions);
        Random random = new Random(seed);
        int lost = 0;
        for (String key : METRICS) {
            Metric metric = Catalogue.find(key).orElseThrow();
            for (int question = 0; question < QUESTIONS; question++) {
                Slice slice = Recount.slice(random, metric, ZoneId.of(zone), random.nextBoolean() ? one : other)
                        .withComparison(Comparison.NONE);
                Figure total =
                        facts.metrics().ask(key, slice, Grouping.TOTAL).total().figure();
                List<Figure> channels = facts.metrics().ask(key, slice, Grouping.CHANNELS).rows().stream()
                        .filter(row -> row.key().channel().isPresent())
                        .map(Answer.Row::figure)
                        .toList();

                String asked = key + " " + slice;
                assertThat(sum(channels, Figure::numerator)).as(asked).isEqualByComparingTo(total.numerator());
                if (total.denominator().compareTo(BigDecimal.ONE) != 0) {
                    assertThat(sum(channels, Figure::denominator)).as(asked).isEqualByComparingTo(total.denominator());
                }
                lost += total.numerator().signum();
            }
        }
        assertThat(lost).as("questions about which there is anything to add up").isGreaterThan(QUESTIONS / 2);
    }

    /** What is called additive is: over channels, and over the buckets of a trend. */
    @Test
    void whatIsCalledAdditiveAddsUp() throws SQLException {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        LocalDate centre = LocalDate.of(2026, 3, 29);
        RandomFacts facts = RandomFacts.of(44, zone, List.of(centre), true);
        Random random = new Random(44);
        Set<String> something = new TreeSet<>();
        List<Metric> sums = Catalogue.all().stream()
                .filter(metric -> metric.definition().additive())
                .toList();
        for (Metric metric : sums) {
            for (int question = 0; question < QUESTIONS; question++) {
                Slice slice = Recount.slice(random, metric, zone, centre).withComparison(Comparison.NONE);
                BigDecimal total = value(facts, metric, slice, Grouping.TOTAL);
                String asked = metric.key() + " " + slice;
                assertThat(value(facts, metric, slice, Grouping.CHANNELS))
                        .as(asked)
                        .isEqualByComparingTo(total);
                assertThat(value(facts, metric, slice, Grouping.TREND))
                        .as(asked)
                        .isEqualByComparingTo(total);
                if (total.signum() != 0) {
                    something.add(metric.key());
                }
            }
        }
        assertThat(something).as("of which there is anything to add up").hasSizeGreaterThan(sums.size() / 2);
    }

    private static BigDecimal value(RandomFacts facts, Metric metric, Slice slice, Grouping grouping) {
        return facts.metrics().ask(metric.key(), slice, grouping).rows().stream()
                .flatMap(row -> row.figure().value().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(List<Figure> figures, Function<Figure, BigDecimal> part) {
        return figures.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
