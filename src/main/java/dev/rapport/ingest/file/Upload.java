package dev.rapport.ingest.file;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Reads the tables of an uploaded file, one after the other: the file itself, or what is packed in it. */
public abstract class Upload implements Closeable {
    /** Goes to the next table. */
    public abstract boolean next() throws IOException;

    /** Name within the archive, empty for a file that is none; to be shown only. */
    public abstract String name();

    /** The bytes of the table, unpacked, within the limits. */
    public abstract InputStream stream();

    /** How much of the uploaded file has been read. */
    public abstract long bytesRead();

    /** @throws RefusedException when it is no table and no archive of tables */
    public static Upload open(Path path, ArchiveLimits limits) throws IOException {
        if (Files.size(path) == 0) {
            throw new RefusedException(Refusal.EMPTY);
        }
        InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            FileFormat format = peek(file);
            switch (format) {
                case ZIP -> {
                    file.close();
                    return zip(path, limits);
                }
                case GZIP -> {
                    return gzip(file, limits);
                }
                case TAR -> {
                    ByteCounter packed = new ByteCounter(file, bytes -> {});
                    return new TarUpload(new TarArchiveInputStream(packed), packed, limits);
                }
                case OTHER -> throw new RefusedException(Refusal.OTHER_FORMAT);
                case TEXT -> {
                    ByteCounter packed = new ByteCounter(file, bytes -> {});
                    return new SingleUpload(packed, packed);
                }
            }
            throw new IllegalStateException();
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** An archive that ends too early or has wrong checksums is refused, not reported as trouble of ours. */
    public static boolean isDamage(IOException e) {
        String message = String.valueOf(e.getMessage());
        return e instanceof EOFException
                || e instanceof ZipException
                || message.contains("orrupt")
                || message.contains("runcated")
                || message.contains("CRC")
                || message.contains("Gzip")
                || message.contains("rchive");
    }

    private static Upload zip(Path path, ArchiveLimits limits) {
        try {
            return new ZipUpload(ZipFile.builder().setPath(path).get(), limits);
        } catch (IOException e) {
            throw new RefusedException(Refusal.DAMAGED_ARCHIVE);
        }
    }

    private static Upload gzip(InputStream file, ArchiveLimits limits) throws IOException {
        ByteCounter packed = new ByteCounter(file, bytes -> {});
        InputStream gzip;
        try {
            gzip = new GzipCompressorInputStream(packed, true);
        } catch (IOException e) {
            throw new RefusedException(Refusal.DAMAGED_ARCHIVE);
        }
        ByteCounter unpacked = new ByteCounter(gzip, bytes -> limits.check(packed.bytes(), bytes));
        InputStream content = new BufferedInputStream(unpacked, 1 << 16);
        try {
            return switch (peek(content)) {
                case TAR -> new TarUpload(new TarArchiveInputStream(content), packed, limits);
                case TEXT -> new SingleUpload(content, packed);
                case ZIP, GZIP -> throw new RefusedException(Refusal.NESTED_ARCHIVE);
                case OTHER -> throw new RefusedException(Refusal.OTHER_FORMAT);
            };
        } catch (IOException e) {
            throw new RefusedException(Refusal.DAMAGED_ARCHIVE);
        }
    }

    static FileFormat peek(InputStream in) throws IOException {
        in.mark(FileFormat.HEAD);
        byte[] head = in.readNBytes(FileFormat.HEAD);
        in.reset();
        return FileFormat.of(head, head.length);
    }

    /** A file that is no archive, or the one in a .gz. */
    private static final class SingleUpload extends Upload {
        private final InputStream content;
        private final ByteCounter packed;
        private boolean given;

        SingleUpload(InputStream content, ByteCounter packed) {
            this.content = content;
            this.packed = packed;
        }

        @Override
        public boolean next() {
            boolean first = !given;
            given = true;
            return first;
        }

        @Override
        public String name() {
            return "";
        }

        @Override
        public InputStream stream() {
            return content;
        }

        @Override
        public long bytesRead() {
            return packed.bytes();
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }

    private static final class TarUpload extends Upload {
        private final TarArchiveInputStream tar;
        private final ByteCounter packed;
        private final InputStream content;
        private String name = "";
        private int files;

        TarUpload(TarArchiveInputStream tar, ByteCounter packed, ArchiveLimits limits) {
            this.tar = tar;
            this.packed = packed;
            this.content = new ByteCounter(tar, bytes -> limits.check(packed.bytes(), bytes));
        }

        @Override
        public boolean next() throws IOException {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (++files > ArchiveLimits.FILES) {
                    throw new RefusedException(Refusal.TOO_MANY_FILES);
                }
                if (entry.isFile() && EntryName.isTable(entry.getName())) {
                    name = EntryName.shown(entry.getName());
                    return true;
                }
            }
            if (name.isEmpty()) {
                throw new RefusedException(Refusal.NO_TABLE_IN_ARCHIVE);
            }
            return false;
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
            return packed.bytes();
        }

        @Override
        public void close() throws IOException {
            tar.close();
        }
    }
}
