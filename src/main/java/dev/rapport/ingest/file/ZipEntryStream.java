package dev.rapport.ingest.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Holds what an entry unpacks to against the size and the checksum that the archive's list gives for it. More than it
 * should be is refused at once, less and other content at its end.
 */
final class ZipEntryStream extends FilterInputStream {
    private final ZipArchiveEntry entry;
    private final String name;
    private final CRC32 checksum = new CRC32();
    private long size;

    /** @param name to be shown */
    ZipEntryStream(InputStream unpacked, ZipArchiveEntry entry, String name) {
        super(unpacked);
        this.entry = entry;
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        if (n > 0) {
            checksum.update(buffer, offset, n);
            size += n;
        }
        boolean ended = n < 0;
        if (size > entry.getSize() || ended && size < entry.getSize()) {
            throw new RefusedException(Refusal.WRONG_SIZE, name);
        }
        if (ended && checksum.getValue() != entry.getCrc()) {
            throw new RefusedException(Refusal.WRONG_CHECKSUM, name);
        }
        return n;
    }

    /** By reading: what is skipped counts as well. */
    @Override
    public long skip(long n) throws IOException {
        byte[] passed = new byte[(int) Math.min(n, 1 << 13)];
        return passed.length == 0 ? 0 : Math.max(0, read(passed, 0, passed.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
