package dev.rapport.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

    private record Kept<V>(Object version, V value) {}

    private VersionedCache(Cache<K, Kept<V>> kept) {
        this.kept = kept;
    }

    /** @param most bytes that all values together may take */
    public static <K, V> VersionedCache<K, V> ofBytes(long most, ToIntFunction<V> bytes) {
        return new VersionedCache<>(Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((K key, Kept<V> value) -> bytes.applyAsInt(value.value))
                // What is too much goes at once.
                .executor(Runnable::run)
                .build());
    }

    /** Of few values, whose size nobody knows: they go when memory is short. */
    public static <K, V> VersionedCache<K, V> ofFew(int most) {
        return new VersionedCache<>(Caffeine.newBuilder()
                .maximumSize(most)
                .softValues()
                .executor(Runnable::run)
                .build());
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
        Kept<V> found = kept.getIfPresent(key);
        return found == null || !found.version.equals(version) ? null : found.value;
    }

    public void keep(Object version, K key, V value) {
        kept.put(key, new Kept<>(version, value));
    }
}
