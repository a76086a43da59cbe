package dev.rapport.testsupport;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the addresses that resources answer pages at, with their parameters as {@code {name}}. */
public final class GetAddresses {
    private GetAddresses() {}

    public static List<String> of(String room) {
        return resources(room).flatMap(GetAddresses::pages).distinct().sorted().toList();
    }

    static Stream<Class<?>> resources(String room) {
        java.nio.file.Path product = ProductClasses.root(ProductClasses.type("dev.rapport.web.Messages"));
        return ProductClasses.files(product.resolve(room.replace('.', '/')), "Resource.class").stream()
                .map(file ->
                        product.relativize(file).toString().replace('/', '.').replace(".class", ""))
                .<Class<?>>map(ProductClasses::type)
                .filter(type -> type.isAnnotationPresent(Path.class));
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

    static String address(String base, Method method) {
        String own = Optional.ofNullable(method.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
        return ("/" + base + "/" + own)
                .replaceAll("\\{(\\w+)\\s*:(?:[^{}]|\\{[^}]*})*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "");
    }
}
