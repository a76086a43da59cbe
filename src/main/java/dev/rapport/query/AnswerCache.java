package dev.rapport.query;

import dev.rapport.db.DataVersions;
import dev.rapport.db.QueryConfig;
import dev.rapport.db.VersionedCache;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.CellMetric;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps answers for as long as they hold: each under the version of the data and, where it depends on the clock, the
 * moment that it was given for. An answer during which the version moved may be of another one, and is given but not kept.
 * Equal questions at the same time are answered once; failures are not kept. Whoever may ask is
 * decided before, by the endpoint, and everybody who may ask gets the same answer.
 */
@ApplicationScoped
public class AnswerCache implements MetricQueries {
    /** Of an answer without rows, and of each row: measured, on the generous side. */
    private static final int BYTES = 1_000;

    private static final int BYTES_PER_ROW = 700;
    private static final long QUARTER_HOUR = 15 * 60L;

    private final MetricQueries engine;
    private final Supplier<? extends Object> version;

    /** The version at this moment, not that of the request. */
    private final Supplier<? extends Object> now;

    private final Clock clock;
    private final VersionedCache<Key, Answer> answers;

    private record Key(Optional<Instant> at, MetricQuery ask) {}

    @Inject
    AnswerCache(QueryEngine engine, DataVersions versions, QueryConfig config, Clock clock, MeterRegistry registry) {
        this(engine, versions::current, versions::now, config.cache().size().asLongValue(), clock);
        answers.monitor(registry, "answers");
    }

    /** @param bytes how much may be kept; nothing when 0 */
    AnswerCache(
            MetricQueries engine,
            Supplier<? extends Object> version,
            Supplier<? extends Object> now,
            long bytes,
            Clock clock) {
        this.engine = engine;
        this.version = version;
        this.now = now;
        this.clock = clock;
        answers = VersionedCache.ofBytes(
                bytes, answer -> BYTES + BYTES_PER_ROW * answer.rows().size());
    }

    @Override
    public List<Answer> askAll(List<MetricQuery> asks) {
        Object current = version.get();
        List<VersionedCache<Key, Answer>.Reading> asked = asks.stream()
                .map(ask -> answers.ask(current, new Key(at(ask), ask)))
                .toList();
        answerOwn(asks, asked);
        List<Answer> all = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++) {
            Answer answer = asked.get(i).await();
            all.add(answer == null ? engine.askAll(List.of(asks.get(i))).get(0) : answer);
        }
        return all;
    }

    private void answerOwn(List<MetricQuery> asks, List<VersionedCache<Key, Answer>.Reading> asked) {
        List<MetricQuery> missing = new ArrayList<>();
        List<VersionedCache<Key, Answer>.Reading> own = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++) {
            if (asked.get(i).isOwn()) {
                missing.add(asks.get(i));
                own.add(asked.get(i));
            }
        }
        if (own.isEmpty()) {
            return;
        }
        try {
            List<Answer> found = engine.askAll(missing);
            Object after = now.get();
            for (int i = 0; i < own.size(); i++) {
                own.get(i).done(found.get(i), after);
            }
        } catch (RuntimeException | Error e) {
            own.forEach(VersionedCache.Reading::failed);
            throw e;
        }
    }

    /**
     * When it matters: whether a bucket is over changes on a quarter of an hour, in every zone; how long a ticket has been
     * waiting changes always, and is told to the minute.
     */
    private Optional<Instant> at(MetricQuery metricQuery) {
        boolean ofCells = Catalogue.find(metricQuery.metric())
                .filter(CellMetric.class::isInstance)
                .isPresent();
        if (!ofCells) {
            return Optional.of(clock.instant().truncatedTo(ChronoUnit.MINUTES));
        }
        LocalDate today = LocalDate.now(clock.withZone(metricQuery.slice().zone()));
        return metricQuery.slice().period().to().isAfter(today)
                ? Optional.of(Instant.ofEpochSecond(clock.instant().getEpochSecond() / QUARTER_HOUR * QUARTER_HOUR))
                : Optional.empty();
    }
}
