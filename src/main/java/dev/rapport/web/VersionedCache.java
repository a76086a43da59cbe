package dev.rapport.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was read for as long as nothing has changed that figures rest on or are shown with. The edition is looked at
 * before anything is read, so that what is kept under it is never older than it.
 *
 * @param <V> what is read; not to be changed
 */
public final class VersionedCache<V> {
    private final DataVersion edition;
    private volatile @Nullable Kept<V> kept;

    private record Kept<V>(String edition, V value) {}

    public VersionedCache(DataVersion edition) {
        this.edition = edition;
    }

    public V get(Supplier<V> reading) {
        String current = edition.current();
        Kept<V> before = kept;
        if (before != null && before.edition.equals(current)) {
            return before.value;
        }
        V now = reading.get();
        kept = new Kept<>(current, now);
        return now;
    }
}
