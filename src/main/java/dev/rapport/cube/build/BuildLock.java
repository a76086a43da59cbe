package dev.rapport.cube.build;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Locks the building of rollups to one instance; it belongs to the connection, so that it ends with a process that
 * dies.
 */
final class BuildLock implements AutoCloseable {
    private final Handle handle;

    private BuildLock(Handle handle) {
        this.handle = handle;
    }

    /** By asking again and again: a statement that waits keeps a view of the data, for which a rebuild would wait in turn. */
    static BuildLock waitFor(Handle handle) {
        while (true) {
            Optional<BuildLock> lock = attempt(handle);
            if (lock.isPresent()) {
                return lock.get();
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    static Optional<BuildLock> attempt(Handle handle) {
        return ask(handle, "select pg_try_advisory_lock(?)") ? Optional.of(new BuildLock(handle)) : Optional.empty();
    }

    @Override
    public void close() {
        ask(handle, "select pg_advisory_unlock(?)");
    }

    private static boolean ask(Handle handle, String sql) {
        return handle.select(sql, CubeBuilder.LOCK).mapTo(boolean.class).one();
    }
}
