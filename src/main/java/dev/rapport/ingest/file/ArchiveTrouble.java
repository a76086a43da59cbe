package dev.rapport.ingest.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;

/** Turns what goes wrong while an archive is unpacked into a refusal with its reason, whatever reads the stream. */
final class ArchiveTrouble extends FilterInputStream {
    private final String name;

    /** @param name of the file within the archive, empty when it has none */
    ArchiveTrouble(InputStream unpacked, String name) {
        super(unpacked);
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (IOException e) {
            throw refused(e, name);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return in.read(buffer, offset, length);
        } catch (IOException e) {
            throw refused(e, name);
        }
    }

    @Override
    public long skip(long n) throws IOException {
        try {
            return in.skip(n);
        } catch (IOException e) {
            throw refused(e, name);
        }
    }

    /** @throws IOException the same one, where it is the disk or the reading that failed and not the archive */
    static RefusedException refused(IOException e, String name) throws IOException {
        if (e instanceof FileSystemException || e instanceof ClosedChannelException) {
            throw e;
        }
        return new RefusedException(refusal(e), name);
    }

    /** The library tells its reasons apart by words only; what it words otherwise one day is still damage. */
    private static Refusal refusal(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof EOFException || message.contains("runcated")) {
            return Refusal.CUT_OFF_ARCHIVE;
        }
        if (message.contains("CRC")) {
            return Refusal.WRONG_CHECKSUM;
        }
        return message.contains("size mismatch") ? Refusal.WRONG_SIZE : Refusal.DAMAGED_ARCHIVE;
    }
}
