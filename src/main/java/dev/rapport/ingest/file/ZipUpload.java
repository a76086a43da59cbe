package dev.rapport.ingest.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Reads the tables in a zip, in the order in which they are packed. */
final class ZipUpload extends Upload {
    private final ZipFile zip;
    private final ArchiveLimits limits;
    private final Deque<ZipArchiveEntry> tables = new ArrayDeque<>();
    private InputStream content = InputStream.nullInputStream();
    private String name = "";
    private long packed;
    private long unpacked;
    private long unpackedBefore;

    ZipUpload(ZipFile zip, ArchiveLimits limits) {
        this.zip = zip;
        this.limits = limits;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
            if (entry.getName().equals("[Content_Types].xml") || entry.getName().equals("mimetype")) {
                throw new RefusedException(Refusal.SPREADSHEET);
            }
            if (!entry.isDirectory() && !entry.isUnixSymlink() && EntryName.isTable(entry.getName())) {
                tables.add(entry);
            }
            if (tables.size() > ArchiveLimits.FILES) {
                throw new RefusedException(Refusal.TOO_MANY_FILES);
            }
        }
        if (tables.isEmpty()) {
            throw new RefusedException(Refusal.NO_TABLE_IN_ARCHIVE);
        }
    }

    @Override
    public boolean next() throws IOException {
        content.close();
        unpackedBefore = unpacked;
        ZipArchiveEntry entry = tables.poll();
        if (entry == null) {
            return false;
        }
        name = EntryName.shown(entry.getName());
        if (entry.getGeneralPurposeBit().usesEncryption() || !zip.canReadEntryData(entry)) {
            throw new RefusedException(Refusal.ENCRYPTED_ARCHIVE, name);
        }
        packed += Math.max(0, entry.getCompressedSize());
        content = new BufferedInputStream(
                new ByteCounter(zip.getInputStream(entry), bytes -> {
                    unpacked = unpackedBefore + bytes;
                    limits.check(packed, unpacked);
                }),
                1 << 16);
        if (peek(content) != FileFormat.TEXT) {
            throw new RefusedException(Refusal.NESTED_ARCHIVE, name);
        }
        return true;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InputStream stream() {
        return content;
    }

    @Override
    public long bytesRead() {
        return packed;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
