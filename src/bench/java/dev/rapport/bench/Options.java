package dev.rapport.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the bench is run with.
 *
 * @param questions keys of those to ask; none means all
 * @param peers who else is asked: postgres, duckdb, or nobody
 * @param warmUp how long all questions are asked before any is measured
 * @param runs how often Rapport is asked, and its peers where they take no longer than a second
 */
record Options(
        Path project,
        Path keycloakZip,
        Set<String> questions,
        Set<String> peers,
        Duration warmUp,
        int runs,
        boolean write,
        int port) {
    static Options ofProperties() {
        return new Options(
                Path.of(required("rapport.project")),
                Path.of(required("rapport.keycloak.zip")),
                words(System.getProperty("bench.questions", "")),
                words(System.getProperty("bench.peers", "postgres,duckdb")),
                Duration.ofSeconds(Integer.getInteger("bench.warmup", 120)),
                Integer.getInteger("bench.runs", 40),
                Boolean.parseBoolean(System.getProperty("bench.write", "true")),
                Integer.getInteger("bench.port", 8480));
    }

    boolean asks(String question) {
        return questions.isEmpty() || questions.contains(question);
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String required(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
