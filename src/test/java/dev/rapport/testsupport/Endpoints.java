package dev.rapport.testsupport;

import dev.rapport.testsupport.Routes.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds every method that answers, with what its annotations say of it. One address may have several. */
public final class Endpoints {
    private Endpoints() {}

    /** @param method that answers */
    public record Endpoint(Route route, Method method) {
        public String name() {
            return route.name();
        }

        /** Who may, in order; empty where it is open to all. */
        public List<String> roles() {
            return route.open()
                    ? List.of()
                    : annotation(RolesAllowed.class)
                            .map(allowed -> List.copyOf(new TreeSet<>(Set.of(allowed.value()))))
                            .orElse(List.of());
        }

        /** What it answers with; empty where it says nothing of it. */
        public String type() {
            return annotation(Produces.class).map(kind -> kind.value()[0]).orElse("");
        }

        /** Whether it takes a form with a file. */
        public boolean takesFiles() {
            return annotation(Consumes.class)
                    .filter(kind -> kind.value()[0].startsWith("multipart/"))
                    .isPresent();
        }

        private <A extends Annotation> Optional<A> annotation(Class<A> type) {
            return Optional.ofNullable(method.getAnnotation(type))
                    .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(type)));
        }
    }

    public static List<Endpoint> all() {
        return Routes.endpoints().toList();
    }
}
