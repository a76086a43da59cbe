package dev.rapport.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Reads the tables in a zip, in the order in which they are packed. What its list says of sizes, locks and places is
 * looked at before anything is unpacked; what is unpacked is held against it.
 */
final class ZipUpload extends Upload {
    private final ZipFile zip;
    private final long fileSize;
    private final ArchiveLimits limits;
    private final Deque<ZipArchiveEntry> tables = new ArrayDeque<>();
    private long packed;
    private long unpacked;
    private long unpackedBefore;

    /** @param fileSize more than this is not packed, whatever the sizes of the entries add up to */
    ZipUpload(ZipFile zip, long fileSize, ArchiveLimits limits) {
        this.zip = zip;
        this.fileSize = fileSize;
        this.limits = limits;
        long end = 0;
        long declared = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
            if (entry.getName().equals("[Content_Types].xml") || entry.getName().equals("mimetype")) {
                throw new RefusedException(Refusal.SPREADSHEET);
            }
            refuseOverlap(entry, end);
            end = Math.max(end, entry.getDataOffset() + Math.max(0, entry.getCompressedSize()));
            if (!entry.isDirectory() && !entry.isUnixSymlink() && EntryName.isTable(entry.getName())) {
                declared += vetted(entry).getSize();
                tables.add(entry);
            }
            if (tables.size() > ArchiveLimits.FILES) {
                throw new RefusedException(Refusal.TOO_MANY_FILES);
            }
        }
        if (tables.isEmpty()) {
            throw new RefusedException(Refusal.NO_TABLE_IN_ARCHIVE);
        }
        limits.check(fileSize, declared);
    }

    /** Entries that share their bytes are how a small file holds more than any ratio tells. */
    private static void refuseOverlap(ZipArchiveEntry entry, long end) {
        if (entry.getLocalHeaderOffset() < end) {
            throw new RefusedException(Refusal.DAMAGED_ARCHIVE, EntryName.shown(entry.getName()));
        }
    }

    private ZipArchiveEntry vetted(ZipArchiveEntry entry) {
        if (entry.getGeneralPurposeBit().usesEncryption() || !zip.canReadEntryData(entry)) {
            throw new RefusedException(Refusal.ENCRYPTED_ARCHIVE, EntryName.shown(entry.getName()));
        }
        if (entry.getSize() < 0) {
            throw new RefusedException(Refusal.DAMAGED_ARCHIVE, EntryName.shown(entry.getName()));
        }
        limits.check(Math.min(fileSize, Math.max(0, entry.getCompressedSize())), entry.getSize());
        return entry;
    }

    @Override
    public boolean next() throws IOException {
        stream().close();
        unpackedBefore = unpacked;
        ZipArchiveEntry entry = tables.poll();
        if (entry == null) {
            return false;
        }
        String name = EntryName.shown(entry.getName());
        packed = Math.min(fileSize, packed + Math.max(0, entry.getCompressedSize()));
        goTo(name, new ByteCounter(new ZipEntryStream(opened(entry, name), entry, name), bytes -> {
            unpacked = unpackedBefore + bytes;
            limits.check(packed, unpacked);
        }));
        return true;
    }

    private InputStream opened(ZipArchiveEntry entry, String name) throws IOException {
        try {
            return zip.getInputStream(entry);
        } catch (IOException e) {
            throw ArchiveTrouble.refused(e, name);
        }
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
