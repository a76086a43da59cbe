package dev.rapport.cube.build;

import org.jdbi.v3.core.Handle;

/** Derives something of persons from days that have been counted, and may have days counted once more by it. */
public interface DayFollower {
    /** Whether days were counted that it has not looked at. */
    boolean isDue(Handle handle);

    /** Looks at them, in a transaction of its own; answers whether days have been marked by it. */
    boolean settle(Handle handle);
}
