package dev.rapport.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** What the bench tells the one who waits for it. */
final class Say {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Instant BEGIN = Instant.now();

    private Say() {}

    static void that(String what) {
        OUT.printf("[%4d s] %s%n", Duration.between(BEGIN, Instant.now()).toSeconds(), what);
    }
}
