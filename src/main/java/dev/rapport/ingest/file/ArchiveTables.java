package dev.rapport.ingest.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the tables of an archive that have other columns than the rest. A report that is packed as several tables is
 * brought in one at a time.
 */
final class ArchiveTables {
    private static final int LOOKED_AT = 30;
    private static final int HEAD = 16 << 10;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}.*|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}.*");

    private ArchiveTables() {}

    /** The first table of each header, the one with days before the others; a single one has none. */
    static List<String> different(Path path, ArchiveLimits limits) throws IOException {
        Map<List<String>, String> byHeader = new LinkedHashMap<>();
        Optional<String> dated = Optional.empty();
        try (Upload upload = Upload.open(path, limits)) {
            for (int i = 0; i < LOOKED_AT && upload.next() && !upload.name().isEmpty(); i++) {
                byte[] head = upload.stream().readNBytes(HEAD);
                List<List<String>> records = records(head);
                if (!records.isEmpty() && byHeader.putIfAbsent(records.get(0), upload.name()) == null) {
                    boolean days = records.subList(1, records.size()).stream()
                            .flatMap(List::stream)
                            .anyMatch(cell -> DAY.matcher(cell.strip()).matches());
                    dated = dated.isEmpty() && days ? Optional.of(upload.name()) : dated;
                }
            }
        }
        List<String> names = new ArrayList<>(byHeader.values());
        dated.ifPresent(name -> {
            names.remove(name);
            names.add(0, name);
        });
        return names.size() > 1 ? List.copyOf(names) : List.of();
    }

    private static List<List<String>> records(byte[] head) {
        boolean whole = head.length < HEAD;
        try {
            Dialect dialect = DialectSniffer.sniff(head, whole, StandardCharsets.UTF_8);
            return DialectSniffer.records(head, whole, dialect, 50);
        } catch (RefusedException e) {
            return List.of();
        }
    }
}
