package dev.rapport.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was read for as long as it is true: under the version of the data that it was read at, which is of the same
 * transaction as itself. What was kept of another version makes room for what is read now.
 *
 * @param <K> what was asked
 * @param <V> what was read; not to be changed
 */
public final class VersionedCache<K, V> {
    private final Cache<K, Kept<V>> kept;

    /** Beside what is kept, as that of an older version must not take the place of what is true. */
    private final ConcurrentMap<Asked<K>, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();

    private final StatsCounter counter;

    private record Kept<V>(Object version, V value) {}

    private record Asked<K>(Object version, K key) {}

    /** @param bounded not yet built */
    private VersionedCache(Caffeine<? super K, ? super Kept<V>> bounded) {
        StatsCounter counted = new ConcurrentStatsCounter();
        counter = counted;
        // What is too much goes at once.
        kept = bounded.executor(Runnable::run).recordStats(() -> counted).build();
    }

    /** @param most bytes that all values together may take; nothing is kept when 0 */
    public static <K, V> VersionedCache<K, V> ofBytes(long most, ToIntFunction<V> bytes) {
        return new VersionedCache<>(Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((K key, Kept<V> value) -> bytes.applyAsInt(value.value)));
    }

    /** Of few values, whose size nobody knows: they go when memory is short. */
    public static <K, V> VersionedCache<K, V> ofFew(int most) {
        return new VersionedCache<>(Caffeine.newBuilder().maximumSize(most).softValues());
    }

    public V get(Object version, K key, Supplier<V> reading) {
        V known = find(version, key);
        if (known != null) {
            return known;
        }
        V read = reading.get();
        keep(version, key, read);
        return read;
    }

    public @Nullable V find(Object version, K key) {
        Kept<V> found = kept.asMap().get(key);
        return found == null || !found.version.equals(version) ? null : found.value;
    }

    public void keep(Object version, K key, V value) {
        kept.put(key, new Kept<>(version, value));
    }

    /** Asks for what many may want at the same time: one of them reads it, the others wait for that. */
    public Reading ask(Object version, K key) {
        Asked<K> asked = new Asked<>(version, key);
        CompletableFuture<V> own = new CompletableFuture<>();
        V known = find(version, key);
        CompletableFuture<V> others = known == null ? underWay.putIfAbsent(asked, own) : own;
        if (others == null) {
            // Whoever read it may have ended just now: kept first, and no more under way after.
            known = find(version, key);
            others = known == null ? null : own;
            if (known != null) {
                underWay.remove(asked, own);
            }
        }
        if (known != null) {
            own.complete(known);
        }
        if (others == null) {
            counter.recordMisses(1);
        } else {
            counter.recordHits(1);
        }
        return new Reading(asked, others == null ? own : others, others == null);
    }

    /** What was asked for: known, being read by somebody else, or one's own to read. */
    public final class Reading {
        private final Asked<K> asked;
        private final CompletableFuture<V> value;
        private final boolean own;
        private final long since = System.nanoTime();

        private Reading(Asked<K> asked, CompletableFuture<V> value, boolean own) {
            this.asked = asked;
            this.value = value;
            this.own = own;
        }

        /** Whether it is to be {@link #done} or {@link #failed}, whatever happens: others may be waiting. */
        public boolean isOwn() {
            return own;
        }

        /** @param after the version since: of one that moved meanwhile it may be of either, and is given but not kept */
        public void done(V read, Object after) {
            counter.recordLoadSuccess(System.nanoTime() - since);
            if (asked.version.equals(after)) {
                keep(asked.version, asked.key, read);
            }
            underWay.remove(asked, value);
            value.complete(read);
        }

        /** Lets those who wait read it themselves. */
        public void failed() {
            counter.recordLoadFailure(System.nanoTime() - since);
            underWay.remove(asked, value);
            value.cancel(false);
        }

        /** Waits for it; null when whoever read it failed: their browser may have gone, and their question with it. */
        public @Nullable V await() {
            try {
                return value.join();
            } catch (CancellationException e) {
                return null;
            }
        }
    }

    /** Tells how often it is asked, and how many bytes it holds. @param name of the cache, as the metrics call it */
    public void monitor(MeterRegistry registry, String name) {
        CaffeineCacheMetrics.monitor(registry, kept, name);
        registry.gauge("rapport." + name + ".bytes", this, VersionedCache::bytes);
    }

    private double bytes() {
        return kept.policy()
                .eviction()
                .map(limit -> (double) limit.weightedSize().orElse(0))
                .orElse(0.0);
    }
}
