package dev.rapport.ingest.file;

/**
 * Limits what an archive may grow to.
 *
 * @param unpacked bytes of all files together
 * @param ratio unpacked to packed; CSV rarely compresses better than 50 : 1, bombs reach 1,000 : 1
 */
public record ArchiveLimits(long unpacked, int ratio) {
    /** Below this many unpacked bytes the ratio says nothing. */
    static final long RATIO_FROM = 64L << 20;

    static final int FILES = 20_000;

    /** @param unpackedBytes as an archive announces them, or as they have come by now */
    void check(long packedBytes, long unpackedBytes) {
        if (unpackedBytes > unpacked) {
            throw new RefusedException(Refusal.UNPACKS_TOO_BIG);
        }
        if (unpackedBytes > RATIO_FROM && unpackedBytes / ratio > Math.max(1, packedBytes)) {
            throw new RefusedException(Refusal.BOMB);
        }
    }
}
