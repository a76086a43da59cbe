package dev.rapport.testsupport;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the addresses that resources answer pages at, with their parameters as {@code {name}}. */
public final class GetAddresses {
    private GetAddresses() {}

    public static List<String> of(String room) {
        java.nio.file.Path product = java.nio.file.Path.of(URI.create(type("dev.rapport.web.Messages")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        try (Stream<java.nio.file.Path> files = Files.walk(product.resolve(room.replace('.', '/')))) {
            return files.filter(file -> file.toString().endsWith("Resource.class"))
                    .map(file -> product.relativize(file).toString().replace('/', '.').replace(".class", ""))
                    .map(GetAddresses::type)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(GetAddresses::pages)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> pages(Class<?> resource) {
        String base = resource.getAnnotation(Path.class).value();
        return Stream.of(resource.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(GET.class))
                .filter(method -> Optional.ofNullable(method.getAnnotation(Produces.class))
                        .filter(kind -> !kind.value()[0].startsWith("text/html"))
                        .isEmpty())
                .map(method -> address(base, method))
                .filter(address -> !address.startsWith("/api/") && !address.endsWith("sign-out"));
    }

    private static String address(String base, Method method) {
        String own = Optional.ofNullable(method.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
        return ("/" + base + "/" + own)
                .replaceAll("\\{(\\w+)\\s*:(?:[^{}]|\\{[^}]*})*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "");
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
