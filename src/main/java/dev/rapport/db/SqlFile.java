package dev.rapport.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads long statements from {@code sql/<room>/<name>.sql} of the class path, each once. */
public final class SqlFile {
    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    private SqlFile() {}

    /**
     * Fails at once when there is no such file: constants are made of it, so that the class that wants it does not load.
     *
     * @param name as {@code cube/make_sessions}
     */
    public static String of(String name) {
        return READ.computeIfAbsent(name, SqlFile::read);
    }

    private static String read(String name) {
        try (InputStream file = SqlFile.class.getResourceAsStream("/sql/" + name + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("There is no statement " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
