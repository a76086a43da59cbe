package dev.rapport.testsupport;

import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds classes and message bundles of the product. */
final class ProductClasses {
    private ProductClasses() {}

    static List<Class<?>> bundles() {
        Path product = root(type("dev.rapport.web.Messages"));
        return files(product.resolve("dev"), "Messages.class").stream()
                .map(file -> product.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "."))
                .<Class<?>>map(name -> type(name.substring(0, name.length() - ".class".length())))
                .filter(type -> type.isAnnotationPresent(MessageBundle.class))
                .toList();
    }

    /** As templates know it; the annotation's default stands for a name made from the type, which is msg. */
    static String name(Class<?> bundle) {
        String name = bundle.getAnnotation(MessageBundle.class).value();
        return name.startsWith("<<") ? "msg" : name;
    }

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the classes that a type stands among. */
    static Path root(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
