package dev.rapport.testsupport;

import dev.rapport.testsupport.Endpoints.Endpoint;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds every address the product answers at: what is added to it enters the tests that walk them by itself. */
public final class Routes {
    /** A name and what it takes, which may have braces of its own: {@code {id: [0-9]{1,18}}}. */
    private static final Pattern PARAMETER = Pattern.compile("\\{[^:{}]+(?::((?:[^{}]|\\{[^{}]*})*))?}");

    private static final Map<Class<? extends Annotation>, String> VERBS = Map.of(
            GET.class, "GET",
            POST.class, "POST",
            PUT.class, "PUT",
            DELETE.class, "DELETE",
            PATCH.class, "PATCH");

    private Routes() {}

    /**
     * One of them.
     *
     * @param template with its parameters as they are declared
     * @param fields of its form; empty when it takes none
     */
    public record Route(String verb, String template, boolean open, List<String> fields) {
        public String name() {
            return verb + " " + template;
        }

        /** The path with a number, or something else that fits, in place of each parameter. */
        public String with(String number) {
            return PARAMETER
                    .matcher(template)
                    .replaceAll(parameter ->
                            Matcher.quoteReplacement(Optional.ofNullable(parameter.group(1)).map(String::strip).stream()
                                    .map(pattern -> fitting(pattern, number))
                                    .findFirst()
                                    .orElse(number)));
        }

        private static String fitting(String pattern, String number) {
            return Stream.of(number, "1", "a", pattern.split("\\|")[0])
                    .filter(text -> text.matches(pattern))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nothing known fits " + pattern));
        }
    }

    public static List<Route> all() {
        return endpoints()
                .map(Endpoint::route)
                .distinct()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    static Stream<Endpoint> endpoints() {
        return GetAddresses.resources("dev.rapport")
                .flatMap(resource -> Stream.of(resource.getDeclaredMethods())
                        .flatMap(method -> VERBS.entrySet().stream()
                                .filter(verb -> method.isAnnotationPresent(verb.getKey()))
                                .map(verb -> new Endpoint(route(resource, method, verb.getValue()), method))));
    }

    private static Route route(Class<?> resource, Method method, String verb) {
        String own = Optional.ofNullable(method.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
        String template = ("/" + resource.getAnnotation(Path.class).value() + "/" + own)
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "");
        boolean open = method.isAnnotationPresent(PermitAll.class) || resource.isAnnotationPresent(PermitAll.class);
        return new Route(verb, template, open, PostForms.fields(method));
    }
}
