package dev.rapport.dependencies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Holds what is known of holes, as of a day: lines of {@link Advisory} under a head that says when it was read, and what of.
 *
 * @param head the lines that begin with #
 */
record AdvisoryFile(LocalDate read, List<String> head, List<Advisory> ranges) {
    static final int DAYS = 30;
    private static final String READ = "# read: ";

    static AdvisoryFile of(Path file) throws IOException {
        return of(Files.readAllLines(file));
    }

    static AdvisoryFile of(List<String> lines) {
        List<String> head = lines.stream().filter(line -> line.startsWith("#")).toList();
        LocalDate read = head.stream()
                .filter(line -> line.startsWith(READ))
                .map(line -> LocalDate.parse(line.substring(READ.length())))
                .findFirst()
                .orElseThrow();
        List<Advisory> ranges = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Advisory::read)
                .toList();
        return new AdvisoryFile(read, head, ranges);
    }

    static void write(Path file, LocalDate read, List<String> of, List<Advisory> ranges) throws IOException {
        StringBuilder text = new StringBuilder(READ).append(read).append('\n');
        of.forEach(line -> text.append("# ").append(line).append('\n'));
        ranges.stream()
                .map(Advisory::written)
                .sorted()
                .distinct()
                .forEach(line -> text.append(line).append('\n'));
        Files.writeString(file, text);
    }

    long count() {
        return ranges.stream().map(Advisory::id).distinct().count();
    }

    boolean old(LocalDate today) {
        return ChronoUnit.DAYS.between(read, today) > DAYS;
    }

    List<Hit> hits(List<Coordinate> used) {
        return used.stream()
                .flatMap(one -> ranges.stream().filter(range -> range.hits(one)).map(range -> new Hit(range, one)))
                .distinct()
                .toList();
    }

    /** Says that something used has a hole. */
    record Hit(Advisory advisory, Coordinate used) {
        @Override
        public String toString() {
            String mended = advisory.fixed().isEmpty() ? "not mended" : "mended in " + advisory.fixed();
            return advisory.severity() + " " + used + " " + advisory.id() + " " + advisory.what() + " (" + mended + ")";
        }
    }
}
