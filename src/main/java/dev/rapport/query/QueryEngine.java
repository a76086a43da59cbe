package dev.rapport.query;

import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Metric;
import dev.rapport.slice.BadSliceException;
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
    private final ReadTransactions views;
    private final List<FactSource> contributions;
    private final List<FactReader> readers;
    private final Function<String, Optional<Metric>> catalogue;
    private final PastInputs past = new PastInputs();
    private final Clock clock;

    @Inject
    public QueryEngine(
            ReadTransactions views, @All List<FactSource> contributions, @All List<FactReader> readers, Clock clock) {
        this(views, contributions, readers, Catalogue::find, clock);
    }

    /** For tests: with metrics and a time of their own. */
    public QueryEngine(
            DataSource dataSource,
            List<FactSource> contributions,
            List<FactReader> readers,
            Function<String, Optional<Metric>> catalogue,
            Clock clock,
            Duration most) {
        this(new ReadTransactions(dataSource, most), contributions, readers, catalogue, clock);
    }

    private QueryEngine(
            ReadTransactions views,
            List<FactSource> contributions,
            List<FactReader> readers,
            Function<String, Optional<Metric>> catalogue,
            Clock clock) {
        this.views = views;
        this.contributions = List.copyOf(contributions);
        this.readers = List.copyOf(readers);
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public List<Answer> askAll(List<MetricQuery> asks) {
        List<Metric> metrics = asks.stream().map(this::metric).toList();
        return views.read(view -> new MetricBatch(view, contributions, readers, past, clock).answer(asks, metrics));
    }

    private Metric metric(MetricQuery ask) {
        Metric metric = catalogue.apply(ask.metric()).orElseThrow(() -> new UnknownMetricException(ask.metric()));
        ask.grouping()
                .part()
                .filter(part -> !metric.definition().parts().contains(part))
                .ifPresent(part -> {
                    throw new BadSliceException("by", "%s is not known by %s".formatted(metric.key(), part.key()));
                });
        return metric;
    }
}
