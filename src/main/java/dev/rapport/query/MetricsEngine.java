package dev.rapport.query;

import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Metric;
import dev.rapport.rollup.Contribution;
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

/** Answers questions from one view of the data, within a time that is limited. */
@ApplicationScoped
@Typed(MetricsEngine.class)
public class MetricsEngine implements Metrics {
    private final Views views;
    private final List<Contribution> contributions;
    private final List<FactReader> readers;
    private final Function<String, Optional<Metric>> catalogue;
    private final PastNumbers past = new PastNumbers();
    private final Clock clock;

    @Inject
    public MetricsEngine(Views views, @All List<Contribution> contributions, @All List<FactReader> readers) {
        this(views, contributions, readers, Catalogue::find, Clock.systemUTC());
    }

    /** For tests: with metrics and a time of their own. */
    public MetricsEngine(
            DataSource dataSource,
            List<Contribution> contributions,
            List<FactReader> readers,
            Function<String, Optional<Metric>> catalogue,
            Clock clock,
            Duration most) {
        this(new Views(dataSource, most), contributions, readers, catalogue, clock);
    }

    private MetricsEngine(
            Views views,
            List<Contribution> contributions,
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
    public List<Answer> askAll(List<Ask> asks) {
        List<Metric> metrics = asks.stream().map(this::metric).toList();
        return views.read(view -> new Batch(view, contributions, readers, past, clock).answer(asks, metrics));
    }

    private Metric metric(Ask ask) {
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
