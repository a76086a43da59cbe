package dev.rapport.bench.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table, in the binary format of PostgreSQL's COPY. */
final class Rows implements AutoCloseable {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    /** From 1970 to 2000, where PostgreSQL's time begins. */
    private static final long EPOCH = 946_684_800_000_000L;

    private static final int PIECE = 1 << 20;
    private static final int LONGEST_ROW = 4_000;

    private final CopyIn copy;
    private final int columns;
    private ByteBuffer buffer = ByteBuffer.allocate(PIECE);

    Rows(Connection connection, String table, String columns) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin (format binary)");
        this.columns = columns.split(",").length;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins a row; as many values as there are columns follow. */
    Rows row() throws SQLException {
        if (buffer.remaining() < LONGEST_ROW) {
            flush();
        }
        buffer.putShort((short) columns);
        return this;
    }

    Rows none() {
        buffer.putInt(-1);
        return this;
    }

    Rows number(int value) {
        buffer.putInt(4).putInt(value);
        return this;
    }

    Rows small(int value) {
        buffer.putInt(2).putShort((short) value);
        return this;
    }

    /** A moment, in microseconds since 1970. */
    Rows at(long micros) {
        buffer.putInt(8).putLong(micros == Long.MIN_VALUE ? micros : micros - EPOCH);
        return this;
    }

    Rows uuid(Chance chance) {
        buffer.putInt(16).putLong(chance.bits()).putLong(chance.bits());
        return this;
    }

    Rows text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        buffer.putInt(bytes.length).put(bytes);
        return this;
    }

    /** A numeric with two decimals: PostgreSQL keeps them in digits of ten thousand. */
    Rows cents(int cents) {
        int whole = cents / 100;
        buffer.putInt(8 + 3 * 2)
                .putShort((short) 3)
                .putShort((short) 1)
                .putShort((short) 0)
                .putShort((short) 2);
        buffer.putShort((short) (whole / 10_000))
                .putShort((short) (whole % 10_000))
                .putShort((short) (cents % 100 * 100));
        return this;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    @Override
    public void close() throws SQLException {
        buffer.putShort((short) -1);
        flush();
        copy.endCopy();
        buffer = ByteBuffer.wrap(Arrays.copyOf(SIGNATURE, 0));
    }
}
