package dev.rapport.cube.read;

import java.lang.ref.SoftReference;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what was read for as long as a transaction would read the very same: while PostgreSQL's snapshot is the same one, no
 * transaction has ended since. So a page that asks ten questions of the same facts reads them once, and never an old one.
 *
 * <p>What is kept goes when memory is short.
 *
 * @param <K> what was asked
 * @param <V> what was read; not to be changed
 */
public final class SnapshotCache<K, V> {
    private static final int MOST = 16;

    private final Map<K, SoftReference<V>> kept = new LinkedHashMap<>();
    private String snapshot = "";

    /** Reads what is not known yet. */
    public interface Reading<V> {
        V read() throws SQLException;
    }

    /** Nothing is kept of a view of which nothing tells what it sees. */
    public V get(ReadTransaction view, K key, Reading<V> reading) throws SQLException {
        Optional<String> current = view.snapshot();
        if (current.isEmpty()) {
            return reading.read();
        }
        Optional<V> known = find(current.get(), key);
        if (known.isPresent()) {
            return known.get();
        }
        V read = reading.read();
        keep(current.get(), key, read);
        return read;
    }

    private synchronized Optional<V> find(String current, K key) {
        return current.equals(snapshot) ? Optional.ofNullable(kept.get(key)).map(SoftReference::get) : Optional.empty();
    }

    private synchronized void keep(String current, K key, V value) {
        if (!current.equals(snapshot) || kept.size() >= MOST) {
            kept.clear();
            snapshot = current;
        }
        kept.put(key, new SoftReference<>(value));
    }
}
