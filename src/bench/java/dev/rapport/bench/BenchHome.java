package dev.rapport.bench;

import dev.rapport.demo.KeycloakDistribution;
import java.nio.file.Path;

/** The folder that keeps the facts of one size between runs. */
record BenchHome(Path folder, long events) {
    static BenchHome chosen() {
        return of(Long.getLong("bench.events", 10_000_000));
    }

    static BenchHome of(long events) {
        String chosen = System.getProperty("rapport.bench.home", "");
        Path parent = chosen.isEmpty() ? KeycloakDistribution.cache().resolve("bench") : Path.of(chosen);
        return new BenchHome(parent.resolve(Long.toString(events)).toAbsolutePath(), events);
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path log(String server) {
        return folder.resolve(server + ".log");
    }
}
