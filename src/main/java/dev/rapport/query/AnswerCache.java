package dev.rapport.query;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rapport.cube.read.DataVersions;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Keeps answers for as long as they hold: each under the edition of the figures and, where it depends on the clock, the
 * moment that it was given for. Equal questions at the same time are answered once; failures are not kept. Whoever may ask is
 * decided before, by the endpoint, and everybody who may ask gets the same answer.
 */
@ApplicationScoped
public class AnswerCache implements MetricQueries {
    /** Of an answer without rows, and of each row: measured, on the generous side. */
    private static final int BYTES = 1_000;

    private static final int BYTES_PER_ROW = 700;
    private static final long QUARTER_HOUR = 15 * 60L;

    private final MetricQueries engine;
    private final Supplier<String> edition;
    private final Clock clock;
    private final AsyncCache<Key, Answer> answers;

    private record Key(String edition, Optional<Instant> at, MetricQuery ask) {}

    @Inject
    AnswerCache(QueryEngine engine, DataVersions editions, QueryConfig config, Clock clock, MeterRegistry registry) {
        this(engine, editions::current, config.cache().size().asLongValue(), clock);
        CaffeineCacheMetrics.monitor(registry, answers, "answers");
        registry.gauge("rapport.answers.bytes", this, AnswerCache::bytes);
    }

    /** @param bytes how much may be kept; nothing when 0 */
    AnswerCache(MetricQueries engine, Supplier<String> edition, long bytes, Clock clock) {
        this.engine = engine;
        this.edition = edition;
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
        String current = edition.get();
        List<CompletableFuture<Answer>> futures = new ArrayList<>();
        List<MetricQuery> missing = new ArrayList<>();
        List<CompletableFuture<Answer>> ours = new ArrayList<>();
        for (MetricQuery ask : asks) {
            CompletableFuture<Answer> own = new CompletableFuture<>();
            CompletableFuture<Answer> kept = answers.get(new Key(current, at(ask), ask), (key, executor) -> own);
            futures.add(kept);
            if (kept == own) {
                missing.add(ask);
                ours.add(own);
            }
        }
        answer(missing, ours);
        List<Answer> all = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++) {
            all.add(await(futures.get(i), asks.get(i)));
        }
        return all;
    }

    private void answer(List<MetricQuery> asks, List<CompletableFuture<Answer>> into) {
        if (asks.isEmpty()) {
            return;
        }
        try {
            List<Answer> found = engine.askAll(asks);
            for (int i = 0; i < into.size(); i++) {
                into.get(i).complete(found.get(i));
            }
        } catch (RuntimeException | Error e) {
            into.forEach(future -> future.cancel(false));
            throw e;
        }
    }

    /** What somebody else asked for, or asks again: their browser may have gone, and their question with it. */
    private Answer await(CompletableFuture<Answer> future, MetricQuery ask) {
        try {
            return future.join();
        } catch (CancellationException e) {
            return engine.askAll(List.of(ask)).get(0);
        }
    }

    /**
     * When it matters: whether a bucket is over changes on a quarter of an hour, in every zone; how long a ticket has been
     * waiting changes always, and is told to the minute.
     */
    private Optional<Instant> at(MetricQuery ask) {
        boolean ofCells = Catalogue.find(ask.metric())
                .filter(CellMetric.class::isInstance)
                .isPresent();
        if (!ofCells) {
            return Optional.of(clock.instant().truncatedTo(ChronoUnit.MINUTES));
        }
        LocalDate today = LocalDate.now(clock.withZone(ask.slice().zone()));
        return ask.slice().period().to().isAfter(today)
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
