package dev.rapport.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Metric;
import dev.rapport.rollup.Contribution;
import dev.rapport.rollup.Naive;
import dev.rapport.rollup.Rollup;
import dev.rapport.rollup.World;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import dev.rapport.testsupport.FreshDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
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

    /** Until when the random facts and slices reach; what comes after now is another test's. */
    private static final LocalDate LAST = LocalDate.parse("2026-11-15");

    @ParameterizedTest
    @CsvSource({"21, Europe/Berlin, 2026-03-29, 2026-10-25, false", "22, America/New_York, 2026-03-08, 2026-11-01, true"
    })
    void everyMetricIsWhatPlainSqlSays(long seed, String zone, LocalDate one, LocalDate other, boolean subscriptions)
            throws SQLException {
        DataSource source = FreshDatabase.create();
        World world = new World(source, seed, ZoneId.of(zone), List.of(one, other));
        for (int turn = 0; turn < 40; turn++) {
            world.turn();
        }
        if (subscriptions) {
            world.subscriptions();
        }
        List<Contribution> contributions = Rooms.all(Contribution.class, source);
        new Rollup(source, contributions).refreshAll();
        Metrics metrics = new MetricsEngine(
                source,
                contributions,
                Rooms.all(FactReader.class, source),
                Catalogue::find,
                Clock.systemUTC(),
                Duration.ofMinutes(1));
        Random random = new Random(seed);
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(Naive.TABLES);
            statement.execute("create index on naive (measure, at); analyze naive");
            statement.execute(file("prelude"));
            Recount recount = new Recount(connection);
            for (Metric metric : Catalogue.all()) {
                String sql = file(metric.key());
                for (int question = 0; question < QUESTIONS; question++) {
                    Slice slice = slice(random, metric, ZoneId.of(zone), random.nextBoolean() ? one : other);
                    check(metrics, recount, sql, new Ask(metric.key(), slice, grouping(random)), random);
                }
            }
        }
    }

    private static void check(Metrics metrics, Recount recount, String sql, Ask ask, Random random)
            throws SQLException {
        Slice slice = ask.slice().grain() == Grain.HOUR && !ask.grouping().byBucket()
                ? ask.slice().withGrain(Grain.DAY)
                : ask.slice();
        Answer answer = metrics.ask(ask.metric(), slice, ask.grouping());
        for (int place = 0; place < Math.min(PLACES, answer.rows().size()); place++) {
            Answer.Row row = answer.rows().get(random.nextInt(answer.rows().size()));
            Optional<BigDecimal> counted = recount.count(sql, slice, ask.grouping(), row.key());
            String asked = "%s %s %s %s".formatted(ask.metric(), slice, ask.grouping(), row.key());
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

    private static Slice slice(Random random, Metric metric, ZoneId zone, LocalDate centre) {
        Slice slice = AskPropertyTest.slice(random, zone, centre);
        if (slice.period().to().isAfter(LAST)) {
            slice = slice.withPeriod(new dev.rapport.slice.Period(slice.period().from(), LAST))
                    .withGrain(slice.grain());
        }
        for (SliceOption option : SliceOption.values()) {
            if (metric.definition().options().contains(option.key()) && random.nextInt(3) > 0) {
                List<String> values = values(option);
                slice = slice.withOption(
                        option,
                        values.isEmpty() ? Optional.empty() : Optional.of(values.get(random.nextInt(values.size()))));
            }
        }
        return slice;
    }

    private static List<String> values(SliceOption option) {
        return switch (option) {
            case GOAL -> List.of("purchase", "pricing", "odd");
            case SURVEY -> List.of("n", "n5", "c", "g", "e");
            case ACTIVITY -> List.of("visit", "order");
            default -> option.choices();
        };
    }

    private static String file(String name) {
        try (InputStream in = RecountPropertyTest.class.getResourceAsStream("/recount/" + name + ".sql")) {
            return new String(
                    Objects.requireNonNull(in, "no recount of " + name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
