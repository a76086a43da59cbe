package dev.rapport.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The migrations that this version has, by version, with the checksums by which Flyway knows them again. */
final class Migrations {
    static final String FOLDER = "db/migration/";

    private Migrations() {}

    /** @param source a folder of classes and resources, or the jar that has them */
    static Map<String, Integer> in(Path source) throws IOException {
        Map<String, Integer> checksums = new TreeMap<>();
        if (Files.isDirectory(source)) {
            try (Stream<Path> files = Files.list(source.resolve(FOLDER))) {
                for (Path file : files.toList()) {
                    try (InputStream in = Files.newInputStream(file)) {
                        checksums.put(version(file.getFileName().toString()), checksum(in));
                    }
                }
            }
            return checksums;
        }
        try (JarFile jar = new JarFile(source.toFile())) {
            for (JarEntry entry : jar.stream()
                    .filter(each -> each.getName().startsWith(FOLDER) && !each.isDirectory())
                    .toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    checksums.put(version(entry.getName().substring(FOLDER.length())), checksum(in));
                }
            }
        }
        return checksums;
    }

    /** {@code V7__add_ticket_priority.sql} is 7. */
    private static String version(String file) {
        return file.substring(1, file.indexOf("__"));
    }

    /** Of the lines without their ends, as they may be others where the file was written. */
    private static int checksum(InputStream in) throws IOException {
        CRC32 crc = new CRC32();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            crc.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return (int) crc.getValue();
    }
}
