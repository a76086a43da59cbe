package dev.rapport.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the bench is run with.
 *
 * @param questions keys of those to ask; none means all
 * @param runs how often Rapport is asked, and its peers where they take no longer than a second
 */
record Options(Path project, Path keycloakZip, Set<String> questions, int runs, boolean write, int port) {
    static Options ofProperties() {
        String chosen = System.getProperty("bench.questions", "");
        return new Options(
                Path.of(required("rapport.project")),
                Path.of(required("rapport.keycloak.zip")),
                chosen.isBlank()
                        ? Set.of()
                        : Arrays.stream(chosen.split(",")).map(String::strip).collect(Collectors.toSet()),
                Integer.getInteger("bench.runs", 20),
                Boolean.parseBoolean(System.getProperty("bench.write", "true")),
                Integer.getInteger("bench.port", 8480));
    }

    boolean asks(String question) {
        return questions.isEmpty() || questions.contains(question);
    }

    private static String required(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
