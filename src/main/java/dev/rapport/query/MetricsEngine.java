package dev.rapport.query;

import dev.rapport.metric.Catalogue;
import dev.rapport.metric.CellMetric;
import dev.rapport.metric.FactMetric;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.rollup.Contribution;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers questions from one view of the data, within a time that is limited. */
@ApplicationScoped
public class MetricsEngine implements Metrics {
    private final DataSource dataSource;
    private final List<Contribution> contributions;
    private final List<FactReader> readers;
    private final Function<String, Optional<Metric>> catalogue;
    private final Clock clock;
    private final Duration most;
    private final DimensionsCache cache = new DimensionsCache();

    @Inject
    public MetricsEngine(
            DataSource dataSource,
            @All List<Contribution> contributions,
            @All List<FactReader> readers,
            @ConfigProperty(name = "rapport.query.timeout", defaultValue = "30s") Duration most) {
        this(dataSource, contributions, readers, Catalogue::find, Clock.systemUTC(), most);
    }

    /** For tests: with metrics and a time of their own. */
    public MetricsEngine(
            DataSource dataSource,
            List<Contribution> contributions,
            List<FactReader> readers,
            Function<String, Optional<Metric>> catalogue,
            Clock clock,
            Duration most) {
        this.dataSource = dataSource;
        this.contributions = List.copyOf(contributions);
        this.readers = List.copyOf(readers);
        this.catalogue = catalogue;
        this.clock = clock;
        this.most = most;
    }

    @Override
    public Answer ask(String metricKey, Slice slice, Grouping grouping) {
        Metric metric = catalogue.apply(metricKey).orElseThrow(() -> new UnknownMetricException(metricKey));
        try (Connection connection = dataSource.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read read only");
                statement.execute("set local statement_timeout = " + most.toMillis());
                return answer(connection, metric, slice, grouping);
            } finally {
                connection.rollback();
                connection.setAutoCommit(before);
            }
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }

    private Answer answer(Connection connection, Metric metric, Slice slice, Grouping grouping) throws SQLException {
        Dimensions dimensions = cache.read(connection);
        Freshness freshness = Freshness.read(connection, dimensions, slice.period());
        Optional<Period> compared = slice.comparedPeriod();
        Map<GroupKey, Figure> now = figures(connection, metric, slice, slice.period(), grouping, dimensions);
        Map<GroupKey, Figure> before = compared.isPresent()
                ? figures(connection, metric, slice, compared.get(), grouping, dimensions)
                : Map.of();
        Rows rows = new Rows(metric, slice, grouping, dimensions, clock.instant());
        return new Answer(
                metric,
                slice,
                grouping,
                compared,
                rows.make(now, compared, before),
                freshness.freshAt(),
                freshness.restatedAt(),
                notes(connection, metric, slice, dimensions));
    }

    private Map<GroupKey, Figure> figures(
            Connection connection, Metric metric, Slice slice, Period period, Grouping grouping, Dimensions dimensions)
            throws SQLException {
        if (metric instanceof CellMetric cells) {
            Question question = Question.of(slice, period, grouping, dimensions);
            LocalDate today = LocalDate.now(clock.withZone(dimensions.zone()));
            Numbers numbers = new InputReader(connection, contributions, today)
                    .read(question, cells.inputs(slice, dimensions.items()));
            Map<GroupKey, Figure> figures = new HashMap<>();
            for (Place place : numbers.places()) {
                figures.put(Rows.key(question, place), cells.figure(slice, dimensions.items(), numbers.at(place)));
            }
            return figures;
        }
        return reader(metric).read(connection, metric, slice, period, grouping);
    }

    private FactReader reader(Metric metric) {
        return readers.stream()
                .filter(each -> each.reads(metric))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody reads " + metric.key()));
    }

    private List<String> notes(Connection connection, Metric metric, Slice slice, Dimensions dimensions)
            throws SQLException {
        List<String> notes = new ArrayList<>(metric.notes(slice, dimensions.items()));
        if (metric instanceof FactMetric) {
            notes.addAll(reader(metric).notes(connection, metric, slice));
        }
        return List.copyOf(notes);
    }

    /** What a place without anything to count says. */
    static Figure nothing(Metric metric, Slice slice, Dimensions dimensions) {
        return metric instanceof CellMetric cells
                ? cells.figure(slice, dimensions.items(), new Numbers().at(new Place(0, 0, 0)))
                : Figure.noData();
    }
}
