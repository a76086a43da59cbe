package dev.rapport.query;

import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Metric;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.SliceFault;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** Answers metric queries from one read transaction, within a limited time. */
@ApplicationScoped
@Typed(QueryEngine.class)
public class QueryEngine implements MetricQueries {
    private final ReadTransactions readTransactions;
    private final List<FactSource> factSources;
    private final List<FactReader> readers;
    private final Function<String, Optional<Metric>> catalogue;
    private final PastInputs past = new PastInputs();
    private final Clock clock;

    @Inject
    public QueryEngine(
            ReadTransactions readTransactions,
            @All List<FactSource> factSources,
            @All List<FactReader> readers,
            Clock clock) {
        this(readTransactions, factSources, readers, Catalogue::find, clock);
    }

    /** For tests: with metrics and a time of their own. */
    public QueryEngine(
            DataSource dataSource,
            List<FactSource> factSources,
            List<FactReader> readers,
            Function<String, Optional<Metric>> catalogue,
            Clock clock,
            Duration most) {
        this(new ReadTransactions(dataSource, most), factSources, readers, catalogue, clock);
    }

    private QueryEngine(
            ReadTransactions readTransactions,
            List<FactSource> factSources,
            List<FactReader> readers,
            Function<String, Optional<Metric>> catalogue,
            Clock clock) {
        this.readTransactions = readTransactions;
        this.factSources = List.copyOf(factSources);
        this.readers = List.copyOf(readers);
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public List<Answer> askAll(List<MetricQuery> asks) {
        List<Metric> metrics = asks.stream().map(this::metric).toList();
        return readTransactions.read(readTransaction ->
                new MetricBatch(readTransaction, factSources, readers, past, clock).answer(asks, metrics));
    }

    private Metric metric(MetricQuery metricQuery) {
        Metric metric = catalogue
                .apply(metricQuery.metric())
                .orElseThrow(() -> new UnknownMetricException(metricQuery.metric()));
        metricQuery
                .grouping()
                .part()
                .filter(dimension -> !metric.definition().parts().contains(dimension))
                .ifPresent(dimension -> {
                    throw new BadSliceException("by", SliceFault.NOT_KNOWN_BY, metric.key(), dimension.key());
                });
        return metric;
    }
}
