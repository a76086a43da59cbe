package dev.rapport.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks Keycloak's own distribution and builds it for PostgreSQL once, to be shared by demo and tests. */
public final class KeycloakDistribution {
    private static final List<String> BUILD_OPTIONS = List.of("--db=postgres", "--cache=local");

    private KeycloakDistribution() {}

    /** Below the cache folder that is shared between checkouts. */
    public static Path cache() {
        String chosen = System.getProperty("rapport.cache", "");
        return chosen.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache", "rapport") : Path.of(chosen);
    }

    /** Unpacks and builds if that has not been done; safe when several processes ask at once. */
    public static Path ensure(Path zip, Path cache, Path log) throws IOException, InterruptedException {
        Files.createDirectories(cache);
        String name = zip.getFileName().toString().replace("-quarkus-dist", "").replace(".zip", "");
        Path home = cache.resolve(name);
        Path built = home.resolve("built-for-rapport");
        try (FileChannel channel = FileChannel.open(
                        cache.resolve("keycloak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (Files.exists(built) && Files.readString(built).equals(BUILD_OPTIONS.toString())) {
                return home;
            }
            if (!Files.exists(home.resolve("bin"))) {
                unpack(zip, cache, home, log);
            }
            build(home, log);
            Files.writeString(built, BUILD_OPTIONS.toString());
            return home;
        }
    }

    private static void unpack(Path zip, Path cache, Path home, Path log) throws IOException {
        if (!Files.exists(zip)) {
            throw new DemoFailure("Keycloak's distribution is missing at " + zip + "; see " + log);
        }
        Path target = Files.createTempDirectory(cache, "unpack");
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = archive.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("Entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    try (InputStream content = archive.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                }
            }
        }
        try (var top = Files.list(target)) {
            Files.move(top.findFirst().orElseThrow(), home, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.delete(target);
    }

    private static void build(Path home, Path log) throws IOException, InterruptedException {
        ProcessBuilder build = new ProcessBuilder("bash", "bin/kc.sh", "build");
        build.command().addAll(BUILD_OPTIONS);
        build.environment().put("JAVA_HOME", System.getProperty("java.home"));
        build.directory(home.toFile());
        build.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        if (build.start().waitFor() != 0) {
            throw new DemoFailure("Keycloak could not be prepared; see " + log);
        }
    }
}
