package dev.rapport.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Archives as tools make them, and as they are after somebody changed single bytes. */
public final class Archives {
    /** Where a number stands behind the signature of an entry in a zip's list. */
    private static final int FLAGS = 8;

    private static final int CHECKSUM = 16;
    private static final int SIZE = 24;

    private Archives() {}

    public static byte[] zip(String... namesAndTexts) {
        return zip(StandardCharsets.UTF_8, namesAndTexts);
    }

    public static byte[] zip(Charset charset, String... namesAndTexts) {
        return made(bytes -> {
            try (var zip = new ZipOutputStream(bytes)) {
                for (int i = 0; i < namesAndTexts.length; i += 2) {
                    zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                    zip.write(namesAndTexts[i + 1].getBytes(charset));
                }
            }
        });
    }

    public static byte[] gzip(byte[] content) {
        return made(bytes -> {
            try (var gzip = new GZIPOutputStream(bytes)) {
                gzip.write(content);
            }
        });
    }

    public static byte[] tar(String... namesAndTexts) {
        return made(bytes -> {
            try (var tar = new TarArchiveOutputStream(bytes)) {
                for (int i = 0; i < namesAndTexts.length; i += 2) {
                    byte[] content = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
                    TarArchiveEntry entry = new TarArchiveEntry(namesAndTexts[i]);
                    entry.setSize(content.length);
                    tar.putArchiveEntry(entry);
                    tar.write(content);
                    tar.closeArchiveEntry();
                }
            }
        });
    }

    /** The list says another checksum of its entry. */
    public static byte[] withWrongChecksum(byte[] zip, int entry) {
        Listed list = list(zip, entry);
        return list.putInt(CHECKSUM, list.getInt(CHECKSUM) ^ 1).array();
    }

    /** The list says that its entry has other than it has. */
    public static byte[] withSize(byte[] zip, int entry, int size) {
        return list(zip, entry).putInt(SIZE, size).array();
    }

    public static byte[] locked(byte[] zip, int entry) {
        return list(zip, entry).putShort(FLAGS, (short) 1).array();
    }

    public static byte[] cut(byte[] archive, int left) {
        return java.util.Arrays.copyOf(archive, left);
    }

    /** With one bit of a byte turned round; from the end when negative. */
    public static byte[] turned(byte[] archive, int at) {
        byte[] other = archive.clone();
        other[at < 0 ? other.length + at : at] ^= 1;
        return other;
    }

    public static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    /** What a zip's list says of an entry, at the beginning of a buffer over a copy of all. */
    private static Listed list(byte[] zip, int entry) {
        ByteBuffer all = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int seen = -1;
        for (int i = 0; i < zip.length - 4; i++) {
            seen += all.getInt(i) == 0x02014b50 ? 1 : 0;
            if (seen == entry) {
                return new Listed(all, i);
            }
        }
        throw new IllegalArgumentException("no such entry");
    }

    private record Listed(ByteBuffer all, int start) {
        int getInt(int at) {
            return all.getInt(start + at);
        }

        ByteBuffer putInt(int at, int value) {
            return all.putInt(start + at, value);
        }

        ByteBuffer putShort(int at, short value) {
            return all.putShort(start + at, value);
        }
    }

    private interface Maker {
        void write(ByteArrayOutputStream bytes) throws IOException;
    }

    private static byte[] made(Maker maker) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            maker.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
