package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Computes fingerprints, each of 128 bits, of the rows of one import. */
public final class RowFingerprints {
    /** A rate that is corrected makes no other row. */
    private static final Set<String> CONVERSION = Set.of("original", "rate");

    private final MessageDigest sha = digest("SHA-256");
    private final MessageDigest md5 = digest("MD5");
    private final FactType target;
    private final int[] byName;

    public RowFingerprints(FactType target) {
        this.target = target;
        this.byName = IntStream.range(0, target.fields().size())
                .filter(i -> !CONVERSION.contains(target.fields().get(i).key()))
                .boxed()
                .sorted(Comparator.comparing(i -> target.fields().get(i).key()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Of what a row says: the first half of the SHA-256 of a text that is the same whenever it says the same. */
    public UUID hash(MappedRow row) {
        StringBuilder text = new StringBuilder(256);
        text.append(row.person()).append('\u001f');
        for (int i : byName) {
            String value = row.content(i);
            if (value != null) {
                text.append(target.fields().get(i).key())
                        .append('=')
                        .append(value)
                        .append('\u001f');
            }
        }
        return first128(sha, text.toString());
    }

    /** By what an event is recognised: its key when that is a UUID, else the MD5 of the key. */
    public UUID message(String key) {
        return isUuid(key) ? UUID.fromString(key) : first128(md5, key);
    }

    private static boolean isUuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            char c = text.charAt(i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? c != '-' : c > 'f' || Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static UUID first128(MessageDigest digest, String text) {
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
