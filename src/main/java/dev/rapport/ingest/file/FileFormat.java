package dev.rapport.ingest.file;

import java.nio.charset.StandardCharsets;

/** Recognises the format of a file by its first bytes; its name is not believed. */
enum FileFormat {
    TEXT,
    ZIP,
    GZIP,
    TAR,
    /** Another well-known format, named in the refusal. */
    OTHER;

    static final int HEAD = 512;

    static FileFormat of(byte[] head, int length) {
        if (starts(head, length, 0x50, 0x4b, 0x03, 0x04) || starts(head, length, 0x50, 0x4b, 0x05, 0x06)) {
            return ZIP;
        }
        if (starts(head, length, 0x1f, 0x8b)) {
            return GZIP;
        }
        if (length > 262 && new String(head, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
            return TAR;
        }
        boolean other = starts(head, length, 0xd0, 0xcf, 0x11, 0xe0) // old Excel
                || starts(head, length, '%', 'P', 'D', 'F')
                || starts(head, length, 'P', 'A', 'R', '1')
                || starts(head, length, 0x89, 'P', 'N', 'G')
                || starts(head, length, 0xff, 0xd8, 0xff)
                || starts(head, length, 0x28, 0xb5, 0x2f, 0xfd) // zstd
                || starts(head, length, 0xfd, '7', 'z', 'X', 'Z')
                || starts(head, length, 'B', 'Z', 'h')
                || starts(head, length, '7', 'z', 0xbc, 0xaf)
                || starts(head, length, 'R', 'a', 'r', '!')
                || starts(head, length, 'S', 'Q', 'L', 'i', 't', 'e')
                || starts(head, length, 0x7f, 'E', 'L', 'F');
        return other ? OTHER : TEXT;
    }

    private static boolean starts(byte[] head, int length, int... magic) {
        if (length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
