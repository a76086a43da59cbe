package dev.rapport.ingest.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Caches the charsets of the last uploads: telling one takes reading all of the file. */
final class Charsets {
    private static final int KEPT = 50;

    private record Key(Path path, long size, FileTime changed) {}

    private static final Map<Key, Charset> KNOWN = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Charset> eldest) {
            return size() > KEPT;
        }
    });

    private Charsets() {}

    /** What the user says, unless it is UTF-8 and the bytes are not: a mapping kept for one file is used for the next. */
    static Charset of(Path path, ArchiveLimits limits, byte[] head, Optional<Charset> wanted) throws IOException {
        if (wanted.isPresent() && !wanted.get().equals(StandardCharsets.UTF_8)) {
            return wanted.get();
        }
        Key key = new Key(path, Files.size(path), Files.getLastModifiedTime(path));
        Charset known = KNOWN.get(key);
        if (known == null) {
            known = CharsetSniffer.sniff(head, check -> read(path, limits, check));
            KNOWN.put(key, known);
        }
        return known;
    }

    private static void read(Path path, ArchiveLimits limits, CharsetCheck check) throws IOException {
        try (Upload upload = Upload.open(path, limits)) {
            while (upload.next()) {
                check.read(upload.stream());
            }
        }
    }
}
