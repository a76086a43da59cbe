package dev.rapport.ingest.file;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Reads the tables of an uploaded file, one after the other: the file itself, or what is packed in it. */
public abstract class Upload implements Closeable {
    private static final int BUFFER = 1 << 16;

    private String name = "";
    private InputStream content;

    /** Whose tables are yet to be gone to. */
    Upload() {
        this(InputStream.nullInputStream());
    }

    /** @param content of the only table, which has no name */
    private Upload(InputStream content) {
        this.content = content;
    }

    /**
     * Goes to the next table.
     *
     * @throws RefusedException when the archive is not what it says it is
     */
    public abstract boolean next() throws IOException;

    /** Name within the archive, empty for a file that is none; to be shown only. */
    public final String name() {
        return name;
    }

    /** The bytes of the table, unpacked, within the limits. */
    public final InputStream stream() {
        return content;
    }

    /** How much of the uploaded file has been read. */
    public abstract long bytesRead();

    /** @throws RefusedException when it is no table and no archive of tables */
    public static Upload open(Path path, ArchiveLimits limits) throws IOException {
        if (Files.size(path) == 0) {
            throw new RefusedException(Refusal.EMPTY);
        }
        InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
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
                    return new TarUpload(packed, packed, limits);
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

    private static Upload zip(Path path, ArchiveLimits limits) throws IOException {
        ZipFile zip;
        try {
            zip = ZipFile.builder().setPath(path).get();
        } catch (IOException e) {
            throw ArchiveTrouble.refused(e, "");
        }
        try {
            return new ZipUpload(zip, Files.size(path), limits);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Upload gzip(InputStream file, ArchiveLimits limits) throws IOException {
        ByteCounter packed = new ByteCounter(file, bytes -> {});
        InputStream unpacked =
                new ByteCounter(new ArchiveTrouble(opened(packed), ""), bytes -> limits.check(packed.bytes(), bytes));
        InputStream content = new BufferedInputStream(unpacked, BUFFER);
        return switch (peek(content)) {
            case TAR -> new TarUpload(content, packed, limits);
            case TEXT -> new SingleUpload(content, packed);
            case ZIP, GZIP -> throw new RefusedException(Refusal.NESTED_ARCHIVE);
            case OTHER -> throw new RefusedException(Refusal.OTHER_FORMAT);
        };
    }

    /** All of its members, one behind the other, as every tool reads them. */
    private static InputStream opened(InputStream packed) throws IOException {
        try {
            return new GzipCompressorInputStream(packed, true);
        } catch (IOException e) {
            throw ArchiveTrouble.refused(e, "");
        }
    }

    /** Goes to the entry of an archive, whose trouble is told by its reason; only text is a table. */
    final void goTo(String name, InputStream entry) throws IOException {
        this.name = name;
        InputStream unpacked = new BufferedInputStream(new ArchiveTrouble(entry, name), BUFFER);
        switch (peek(unpacked)) {
            case ZIP, GZIP, TAR -> throw new RefusedException(Refusal.NESTED_ARCHIVE, name);
            case OTHER -> throw new RefusedException(Refusal.OTHER_FORMAT, name);
            case TEXT -> {}
        }
        content = unpacked;
    }

    static FileFormat peek(InputStream in) throws IOException {
        in.mark(FileFormat.HEAD);
        byte[] head = in.readNBytes(FileFormat.HEAD);
        in.reset();
        return FileFormat.of(head, head.length);
    }

    /** A file that is no archive, or the one in a .gz. */
    private static final class SingleUpload extends Upload {
        private final ByteCounter packed;
        private boolean given;

        SingleUpload(InputStream content, ByteCounter packed) {
            super(content);
            this.packed = packed;
        }

        @Override
        public boolean next() {
            boolean first = !given;
            given = true;
            return first;
        }

        @Override
        public long bytesRead() {
            return packed.bytes();
        }

        @Override
        public void close() throws IOException {
            stream().close();
        }
    }
}
