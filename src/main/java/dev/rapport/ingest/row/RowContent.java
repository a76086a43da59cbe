package dev.rapport.ingest.row;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** A fingerprint of what a row says: the first 128 bits of SHA-256. */
public final class RowContent {
    private RowContent() {}

    public static UUID hash(Row row) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(row.content().getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(digest);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
