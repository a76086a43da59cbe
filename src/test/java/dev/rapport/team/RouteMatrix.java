package dev.rapport.team;

import dev.rapport.testsupport.Endpoints;
import dev.rapport.testsupport.Endpoints.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the endpoints beside the roles that may use them, as the code says it and as {@code routes.txt} wants it. */
final class RouteMatrix {
    private static final String EVERYONE = "everyone";

    /** Scopes of keys among the roles; what is none of them is a role of people. */
    private static final Set<String> SCOPES = Set.of(Role.READ, Role.READ_IDS, Role.INGEST);

    private RouteMatrix() {}

    /** @param allowed the roles and scopes of which each opens it; "everyone" */
    record Row(Endpoint endpoint, Set<String> allowed) {
        boolean may(String role) {
            return allowed.contains(role);
        }

        boolean isOpen() {
            return allowed.contains(EVERYONE);
        }
    }

    static Set<String> scopes() {
        return SCOPES;
    }

    static List<String> rolesOfPeople() {
        return rolesOfCode().stream().filter(role -> !SCOPES.contains(role)).toList();
    }

    /** What {@link Role} names. */
    static List<String> rolesOfCode() {
        List<String> roles = new ArrayList<>();
        for (Field field : Role.class.getFields()) {
            try {
                roles.add((String) field.get(null));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return List.copyOf(new TreeSet<>(roles));
    }

    static List<String> ofCode() {
        Stream<String> rows = Endpoints.all().stream()
                .map(endpoint -> endpoint.name() + " | "
                        + (endpoint.route().open() ? EVERYONE : String.join(" ", endpoint.roles())))
                .distinct()
                .sorted();
        return Stream.concat(Stream.of("roles | " + String.join(" ", rolesOfCode())), rows)
                .toList();
    }

    static List<String> lines() {
        try (InputStream file = RouteMatrix.class.getResourceAsStream("/routes.txt")) {
            return file == null
                    ? List.of()
                    : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> roles() {
        return allowed(lines().get(0));
    }

    static List<Row> rows() {
        // One address may have a method for each type of body; one of them is asked.
        Map<String, Endpoint> known = Endpoints.all().stream()
                .collect(Collectors.toMap(Endpoint::name, Function.identity(), (one, other) -> one));
        return lines().stream()
                .skip(1)
                .map(line -> new Row(
                        Objects.requireNonNull(known.get(line.substring(0, line.lastIndexOf(" | "))), line),
                        allowed(line)))
                .toList();
    }

    private static Set<String> allowed(String line) {
        return Set.of(line.substring(line.lastIndexOf(" | ") + 3).split(" "));
    }
}
