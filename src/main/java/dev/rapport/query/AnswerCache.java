package dev.rapport.query;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rapport.db.DataVersions;
import dev.rapport.db.QueryConfig;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.CellMetric;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
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
    private final AsyncCache<Key, Answer> answers;

    private record Key(Object version, Optional<Instant> at, MetricQuery ask) {}

    @Inject
    AnswerCache(QueryEngine engine, DataVersions versions, QueryConfig config, Clock clock, MeterRegistry registry) {
        this(engine, versions::current, versions::now, config.cache().size().asLongValue(), clock);
        CaffeineCacheMetrics.monitor(registry, answers, "answers");
        registry.gauge("rapport.answers.bytes", this, AnswerCache::bytes);
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
        answers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                // What is too much goes at once.
                .executor(Runnable::run)
                .weigher((Key key, Answer answer) ->
                        BYTES + BYTES_PER_ROW * answer.rows().size())
                .recordStats()
                .buildAsync();
    }

    @Override
    public List<Answer> askAll(List<MetricQuery> asks) {
        Object current = version.get();
        List<CompletableFuture<Answer>> futures = new ArrayList<>();
        List<MetricQuery> missing = new ArrayList<>();
        Map<Key, CompletableFuture<Answer>> ours = new LinkedHashMap<>();
        for (MetricQuery metricQuery : asks) {
            CompletableFuture<Answer> own = new CompletableFuture<>();
            Key asked = new Key(current, at(metricQuery), metricQuery);
            CompletableFuture<Answer> kept = answers.get(asked, (key, executor) -> own);
            futures.add(kept);
            if (kept == own) {
                missing.add(metricQuery);
                ours.put(asked, own);
            }
        }
        answer(missing, ours);
        List<Answer> all = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++) {
            all.add(await(futures.get(i), asks.get(i)));
        }
        return all;
    }

    private void answer(List<MetricQuery> asks, Map<Key, CompletableFuture<Answer>> into) {
        if (asks.isEmpty()) {
            return;
        }
        try {
            Iterator<Answer> found = engine.askAll(asks).iterator();
            Object after = now.get();
            into.forEach((key, future) -> {
                if (!key.version.equals(after)) {
                    answers.asMap().remove(key, future);
                }
                future.complete(found.next());
            });
        } catch (RuntimeException | Error e) {
            into.values().forEach(future -> future.cancel(false));
            throw e;
        }
    }

    /** What somebody else asked for, or asks again: their browser may have gone, and their question with it. */
    private Answer await(CompletableFuture<Answer> future, MetricQuery metricQuery) {
        try {
            return future.join();
        } catch (CancellationException e) {
            return engine.askAll(List.of(metricQuery)).get(0);
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

    private double bytes() {
        return answers.synchronous()
                .policy()
                .eviction()
                .map(limit -> (double) limit.weightedSize().orElse(0))
                .orElse(0.0);
    }
}
