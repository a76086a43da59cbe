package dev.rapport.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Reads the whole of an upload again when its beginning does not tell enough. */
final class WholeFile {
    /** As much as is read in about a second. */
    private static final long MOST_BYTES = 32L << 20;

    private final Path path;
    private final ArchiveLimits limits;
    private final Dialect dialect;
    private final Map<Object, Object> memory = new HashMap<>();

    WholeFile(Path path, ArchiveLimits limits, Dialect dialect) {
        this.path = path;
        this.limits = limits;
        this.dialect = dialect;
    }

    /** Works something out once for each key. */
    @SuppressWarnings("unchecked")
    <T> T remembered(Object key, Supplier<T> work) {
        Object known = memory.get(key);
        if (known == null) {
            known = work.get();
            memory.put(key, known);
        }
        return (T) known;
    }

    /** The rows of all its tables, as far as they are read in a second; a damaged archive ends where it is damaged. */
    void eachRow(BiConsumer<TableHeader, List<String>> visitor) {
        try (Upload upload = Upload.open(path, limits)) {
            long[] read = {0};
            while (read[0] < MOST_BYTES && upload.next()) {
                InputStream counted = new ByteCounter(upload.stream(), bytes -> {});
                TableRows rows = new TableRows(counted, dialect, bad -> {}, line -> {});
                long before = read[0];
                while (read[0] < MOST_BYTES && rows.next()) {
                    visitor.accept(rows.header(), rows.fields());
                    read[0] = before + ((ByteCounter) counted).bytes();
                }
            }
        } catch (IOException | UncheckedIOException | RefusedException e) {
            // the import reads it again and says what is wrong
        }
    }
}
