package dev.rapport.db;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configures how much of the database and of time queries may take. */
@ConfigMapping(prefix = "rapport.query")
public interface QueryConfig {
    /** How long a statement for a page or a figure may run: less than the browser waits for a fragment. */
    @WithDefault("15S")
    Duration timeout();

    /** How long a request may take altogether, downloads apart; the statements it asks for have what is left of it. */
    @WithDefault("19S")
    Duration requestTimeout();

    /** How many questions may run at a time; with the exports, fewer than there are connections. */
    @WithDefault("16")
    int concurrent();

    /** How long a question waits for its turn before it is turned away. */
    @WithDefault("5S")
    Duration patience();

    /** How much of the turns one person or API key may have at a time, in percent; one turn at least. */
    @WithDefault("25")
    int share();

    /** The same for an API key while people ask for pages. */
    @WithDefault("5")
    int shareBesidePeople();

    /** How much of them all API keys may have together, in percent, so that people find some whatever programs do. */
    @WithDefault("50")
    int programsShare();

    /** How many requests of one person or API key may wait; what comes beyond is turned away at once. */
    @WithDefault("24")
    int waiting();

    /** How long it may take to read all rows of an export, its reader's pace included. */
    @WithDefault("30M")
    Duration exportTimeout();

    /** How many exports may run at a time. */
    @WithDefault("4")
    int concurrentExports();

    /** How much of the heap the sets of people may take that were read before. */
    @WithDefault("96M")
    MemorySize setsMemory();

    /** Whether answers say how many rows of which table PostgreSQL looked at for them ({@code Server-Timing}). */
    @WithDefault("false")
    boolean tellReads();

    Cache cache();

    interface Cache {
        /** How much of the heap answers may take that were given before; 0 to keep none. */
        @WithDefault("64M")
        MemorySize size();
    }
}
