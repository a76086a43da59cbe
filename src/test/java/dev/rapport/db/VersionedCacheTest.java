package dev.rapport.db;

import static org.assertj.core.api.Assertions.assertThat;

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
}
