package dev.rapport.dependencies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Says for which grave hole the build does not fail, until when and why.
 *
 * @param version of what is used; another one is looked at anew
 */
record Exempt(String id, String name, String version, LocalDate until, String reason) {
    static List<Exempt> of(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Exempt::read)
                .toList();
    }

    static Exempt read(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 5 || cells[4].isBlank()) {
            throw new IllegalArgumentException("Not an exception with its reason: " + line);
        }
        return new Exempt(cells[0], cells[1], cells[2], LocalDate.parse(cells[3]), cells[4]);
    }

    boolean of(AdvisoryFile.Hit hit) {
        return id.equals(hit.advisory().id())
                && name.equals(hit.used().name())
                && version.equals(hit.used().version());
    }

    boolean holds(LocalDate today) {
        return !today.isAfter(until);
    }
}
