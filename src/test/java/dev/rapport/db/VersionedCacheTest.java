package dev.rapport.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VersionedCacheTest {
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void readsAgainWhenTheVersionIsAnotherOne() {
        VersionedCache<String, Integer> cache = VersionedCache.ofBytes(100, value -> 1);
        assertThat(cache.get(1L, "a", reads::incrementAndGet)).isEqualTo(1);
        assertThat(cache.get(1L, "a", reads::incrementAndGet)).isEqualTo(1);
        assertThat(cache.get(2L, "a", reads::incrementAndGet)).isEqualTo(2);
        assertThat(cache.find(1L, "a"))
                .as("of who still reads at the version before")
                .isNull();
    }

    @Test
    void keepsNoMoreThanItMay() {
        VersionedCache<Integer, Integer> cache = VersionedCache.ofBytes(10, value -> 4);
        for (int key = 0; key < 10; key++) {
            cache.keep(1L, key, key);
        }
        int kept = 0;
        for (int key = 0; key < 10; key++) {
            kept += cache.find(1L, key) == null ? 0 : 1;
        }
        assertThat(kept).isLessThanOrEqualTo(2);
    }

    @Test
    void oneReadsForAllWhoAskAtOnce() {
        VersionedCache<String, Integer> cache = VersionedCache.ofBytes(100, value -> 1);
        var first = cache.ask(1L, "a");
        var second = cache.ask(1L, "a");
        var newer = cache.ask(2L, "a");
        assertThat(first.isOwn()).isTrue();
        assertThat(second.isOwn()).isFalse();
        assertThat(newer.isOwn()).as("of another version nobody reads yet").isTrue();
        newer.done(8, 2L);
        first.done(7, 2L);
        assertThat(second.await()).isEqualTo(7);
        assertThat(cache.find(1L, "a")).as("given, not kept").isNull();
        assertThat(cache.find(2L, "a")).as("in its place still").isEqualTo(8);
        assertThat(cache.ask(2L, "a").await()).isEqualTo(8);
        assertThat(cache.ask(1L, "a").isOwn()).isTrue();
    }

    @Test
    void whoWaitedForAFailureMayRead() {
        VersionedCache<String, Integer> cache = VersionedCache.ofFew(1);
        var first = cache.ask(1L, "a");
        var second = cache.ask(1L, "a");
        first.failed();
        assertThat(second.await()).isNull();
        assertThat(cache.ask(1L, "a").isOwn()).isTrue();
    }

    @Test
    void tellsHowItIsAsked() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        VersionedCache<String, Integer> cache = VersionedCache.ofBytes(100, value -> 30);
        cache.monitor(registry, "some");
        cache.ask(1L, "a").done(7, 1L);
        cache.ask(1L, "a");
        cache.ask(1L, "b");
        cache.ask(1L, "b");
        assertThat(registry.get("cache.gets")
                        .tag("cache", "some")
                        .tag("result", "hit")
                        .functionCounter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("cache.gets")
                        .tag("cache", "some")
                        .tag("result", "miss")
                        .functionCounter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("rapport.some.bytes").gauge().value()).isEqualTo(30);
    }
}
