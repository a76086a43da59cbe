package dev.rapport.cube.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/**
 * Writes and reads a set of person ids: a Roaring bitmap in its portable format, the same bytes for the same people.
 */
public final class PersonSetFormat {
    private PersonSetFormat() {}

    public static byte[] write(RoaringBitmap people) {
        // Made anew from its members: how a bitmap came to be (added one by one, united) leaves traces in its
        // containers.
        RoaringBitmap plain = RoaringBitmap.bitmapOf(people.toArray());
        plain.runOptimize();
        byte[] bytes = new byte[plain.serializedSizeInBytes()];
        plain.serialize(ByteBuffer.wrap(bytes));
        return bytes;
    }

    /** Reads without copying; for sets that are only united, intersected and counted. */
    public static ImmutableRoaringBitmap read(byte[] bytes) {
        return new ImmutableRoaringBitmap(ByteBuffer.wrap(bytes));
    }

    /** Reads into arrays of its own, which later operations are faster on. */
    public static RoaringBitmap readAll(byte[] bytes) {
        RoaringBitmap people = new RoaringBitmap();
        try {
            people.deserialize(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return people;
    }
}
