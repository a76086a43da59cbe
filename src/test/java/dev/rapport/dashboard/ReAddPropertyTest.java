package dev.rapport.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.query.RandomFacts;
import dev.rapport.query.Recount;
import dev.rapport.query.Rooms;
import dev.rapport.query.RowQuery;
import dev.rapport.query.RowSource;
import dev.rapport.query.RowSources;
import dev.rapport.slice.Comparison;
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
 * The rows behind every figure of the catalogue, counted again as somebody would in a spreadsheet, are the figure. How to
 * count stands in {@code src/test/resources/recount/<key>.sql} below {@code -- from its rows}, over the columns of the CSV: a
 * metric without rows, or without such a rule, fails here.
 */
class ReAddPropertyTest {
    private static final int QUESTIONS = Integer.getInteger("rapport.questions", 8);
    private static final RowSources ROWS = new RowSources(Rooms.all(RowSource.class, null));

    @ParameterizedTest
    @CsvSource({"31, Europe/Berlin, 2026-03-29, 2026-10-25, false", "32, America/New_York, 2026-03-08, 2026-11-01, true"
    })
    void theRowsBehindEveryFigureAddUpToIt(
            long seed, String zone, LocalDate one, LocalDate other, boolean subscriptions) throws SQLException {
        RandomFacts facts = RandomFacts.of(seed, ZoneId.of(zone), List.of(one, other), subscriptions);
        Random random = new Random(seed);
        try (Connection connection = facts.source().getConnection()) {
            Recount recount = Recount.of(connection);
            for (Metric metric : Catalogue.all()) {
                String rule = Recount.fromRows(metric.key());
                for (int question = 0; question < QUESTIONS; question++) {
                    Slice slice = Recount.slice(random, metric, ZoneId.of(zone), random.nextBoolean() ? one : other)
                            .withComparison(Comparison.NONE);
                    slice = slice.grain() == Grain.HOUR ? slice.withGrain(Grain.DAY) : slice;
                    recount.ask(slice, Grouping.TOTAL, DimensionKey.TOTAL);
                    Figure whole = facts.metrics()
                            .ask(metric.key(), slice, Grouping.TOTAL)
                            .total()
                            .figure();
                    Optional<BigDecimal> figure = whole.value();
                    Optional<BigDecimal> added = added(connection, metric.key(), slice, rule, whole.denominator());
                    String asked = metric.key() + " " + slice;
                    assertThat(added.isPresent()).as(asked).isEqualTo(figure.isPresent());
                    figure.map(BigDecimal::doubleValue)
                            .ifPresent(value -> assertThat(added.orElseThrow().doubleValue())
                                    .as(asked)
                                    .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value)))));
                }
            }
        }
    }

    /** @param denominator for figures whose lower half is a metric with rows of its own, as {@code figure} */
    private static Optional<BigDecimal> added(
            Connection connection, String key, Slice slice, String rule, BigDecimal denominator) throws SQLException {
        RowQuery rows = FactRows.query(JdbiSetup.on(connection), ROWS, key, slice)
                .orElseThrow(() -> new AssertionError("no rows: " + key));
        String sql = "with rows as (" + rows.sql() + "), figure as (select " + denominator.toPlainString()
                + "::numeric as denominator) "
                + rule.replaceAll("(?m)^--.*\n", "").replaceFirst("^with ", ", ");
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < rows.values().size(); i++) {
                Object value = rows.values().get(i);
                statement.setObject(
                        i + 1, value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
            }
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getBigDecimal(1)) : Optional.empty();
            }
        }
    }
}
