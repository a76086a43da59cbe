package dev.rapport.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads the tables in a tar, packed or not, to the end of what it is packed in: there stands the checksum. */
final class TarUpload extends Upload {
    private final InputStream file;
    private final Tar tar;
    private final ByteCounter packed;
    private final ByteCounter unpacked;
    private int files;

    /** @param file what the tar stands in; nothing is read of it but by this */
    TarUpload(InputStream file, ByteCounter packed, ArchiveLimits limits) {
        this.file = file;
        this.packed = packed;
        this.tar = new Tar(file);
        this.unpacked = new ByteCounter(tar, bytes -> limits.check(packed.bytes(), bytes));
    }

    @Override
    public boolean next() throws IOException {
        for (Optional<TarArchiveEntry> entry = entry(); entry.isPresent(); entry = entry()) {
            String inArchive = entry.get().getName();
            if (++files > ArchiveLimits.FILES) {
                throw new RefusedException(Refusal.TOO_MANY_FILES);
            }
            if (!entry.get().isCheckSumOK()) {
                throw new RefusedException(Refusal.WRONG_CHECKSUM, EntryName.shown(inArchive));
            }
            if (entry.get().isFile() && EntryName.isTable(inArchive)) {
                goTo(EntryName.shown(inArchive), unpacked);
                return true;
            }
        }
        finish();
        if (name().isEmpty()) {
            throw new RefusedException(Refusal.NO_TABLE_IN_ARCHIVE);
        }
        return false;
    }

    private Optional<TarArchiveEntry> entry() throws IOException {
        try {
            return Optional.ofNullable(tar.getNextEntry());
        } catch (IOException e) {
            throw ArchiveTrouble.refused(e, name());
        }
    }

    private void finish() throws IOException {
        if (!tar.hasEnd) {
            throw new RefusedException(Refusal.CUT_OFF_ARCHIVE);
        }
        file.transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public long bytesRead() {
        return packed.bytes();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    /** Remembers whether its end was there: to the library a tar that was cut off between two entries has ended well. */
    private static final class Tar extends TarArchiveInputStream {
        private boolean hasEnd;

        Tar(InputStream in) {
            super(in);
        }

        @Override
        protected byte[] readRecord() throws IOException {
            byte[] record = super.readRecord();
            hasEnd |= record != null && isEOFRecord(record);
            return record;
        }
    }
}
