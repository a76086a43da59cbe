package dev.rapport.web;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows who may ask at which address, by the annotations of the endpoints. Nothing is opened or closed by it: it is there for
 * answers that are given before an endpoint has been chosen. It is made when the first of those is given, not at the start.
 */
@ApplicationScoped
class EndpointRoles {
    /** A name and what it takes, which may have braces of its own: {@code {id: [0-9]{1,18}}}. */
    private static final Pattern PARAMETER = Pattern.compile("\\{[^:{}]+(?::((?:[^{}]|\\{[^{}]*})*))?}");

    private final List<Route> all;

    EndpointRoles(BeanManager beans) {
        all = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .distinct()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(EndpointRoles::of)
                .toList();
    }

    /** @param roles that may ask; empty when there are none, no value when everybody may */
    private record Route(String verb, Pattern path, Optional<Set<String>> roles) {
        boolean isAt(String asked, String at) {
            return (verb.equals(asked) || verb.equals("GET") && asked.equals("HEAD"))
                    && path.matcher(at).matches();
        }

        boolean isOpenTo(Set<String> asker) {
            return roles.isEmpty() || roles.get().stream().anyMatch(asker::contains);
        }
    }

    /** 401 or 403 for who has no endpoint at the address that was asked for, though there is one; else nothing. */
    OptionalInt refusal(RoutingContext request) {
        Optional<SecurityIdentity> who = Asker.identity(request);
        String verb = request.request().method().name();
        Set<String> roles = who.map(SecurityIdentity::getRoles).orElse(Set.of());
        List<Route> there = all.stream()
                .filter(route -> route.isAt(verb, request.normalizedPath()))
                .toList();
        boolean closed = !there.isEmpty() && there.stream().noneMatch(route -> route.isOpenTo(roles));
        return closed ? OptionalInt.of(who.isEmpty() ? 401 : 403) : OptionalInt.empty();
    }

    private static Stream<Route> of(Class<?> resource) {
        String base = resource.getAnnotation(Path.class).value();
        return Stream.of(resource.getMethods())
                .flatMap(method -> Stream.of(method.getAnnotations())
                        .map(Annotation::annotationType)
                        .map(type -> type.getAnnotation(HttpMethod.class))
                        .flatMap(Stream::ofNullable)
                        .map(verb -> new Route(verb.value(), pattern(base, method), roles(method, resource))));
    }

    private static Pattern pattern(String base, Method method) {
        Path own = method.getAnnotation(Path.class);
        String template = ("/" + base + "/" + (own == null ? "" : own.value()))
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "");
        StringBuilder pattern = new StringBuilder();
        int done = 0;
        var parameters = PARAMETER.matcher(template);
        while (parameters.find()) {
            pattern.append(Pattern.quote(template.substring(done, parameters.start())))
                    .append(
                            parameters.group(1) == null
                                    ? "[^/]+"
                                    : "(?:" + parameters.group(1).strip() + ")");
            done = parameters.end();
        }
        return Pattern.compile(pattern.append(Pattern.quote(template.substring(done)))
                .append("/?")
                .toString());
    }

    private static Optional<Set<String>> roles(Method method, Class<?> resource) {
        return Stream.of(method, resource)
                .flatMap(EndpointRoles::said)
                .findFirst()
                .orElse(Optional.of(Set.of()));
    }

    private static Stream<Optional<Set<String>>> said(AnnotatedElement by) {
        RolesAllowed allowed = by.getAnnotation(RolesAllowed.class);
        if (allowed != null) {
            return Stream.of(Optional.of(Set.of(allowed.value())));
        }
        return by.isAnnotationPresent(PermitAll.class) ? Stream.of(Optional.empty()) : Stream.empty();
    }
}
