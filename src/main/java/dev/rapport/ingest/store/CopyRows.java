package dev.rapport.ingest.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows into a table by COPY in PostgreSQL's binary format: nothing has to be escaped here and parsed there. */
final class CopyRows {
    private static final byte[] BEGIN = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] NO_FORM = {};
    /** A jsonb begins with the version of its form. */
    private static final byte[] JSONB = {1};

    private static final int SENT_AT_ONCE = 1 << 16;
    /** Seconds from 1970 to 2000, from where PostgreSQL counts. */
    private static final long EPOCH_MICROS = 946_684_800_000_000L;

    private final CopyIn copy;
    private final int columns;
    private ByteBuffer bytes = ByteBuffer.allocate(2 * SENT_AT_ONCE);

    CopyRows(Connection connection, String table, int columns) throws SQLException {
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin (format binary)");
        this.columns = columns;
        bytes.put(BEGIN);
    }

    void row() throws SQLException {
        if (bytes.position() >= SENT_AT_ONCE) {
            send();
        }
        room(2);
        bytes.putShort((short) columns);
    }

    void small(int value) {
        room(6);
        bytes.putInt(2).putShort((short) value);
    }

    void number(int value) {
        room(8);
        bytes.putInt(4).putInt(value);
    }

    void large(long value) {
        room(12);
        bytes.putInt(8).putLong(value);
    }

    void nothing() {
        room(4);
        bytes.putInt(-1);
    }

    void number(@Nullable Integer value) {
        if (value == null) {
            nothing();
        } else {
            number(value.intValue());
        }
    }

    void uuid(@Nullable UUID value) {
        if (value == null) {
            nothing();
            return;
        }
        room(20);
        bytes.putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    }

    /** @param micros since 1970 */
    void moment(long micros) {
        large(micros - EPOCH_MICROS);
    }

    void text(@Nullable String value) {
        text(NO_FORM, value);
    }

    void json(@Nullable String value) {
        text(JSONB, value);
    }

    private void text(byte[] form, @Nullable String value) {
        if (value == null) {
            nothing();
            return;
        }
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        int length = form.length + text.length;
        room(4 + length);
        bytes.putInt(length).put(form).put(text);
    }

    private void send() throws SQLException {
        copy.writeToCopy(bytes.array(), 0, bytes.position());
        bytes.clear();
    }

    void end() throws SQLException {
        room(2);
        bytes.putShort((short) -1);
        send();
        copy.endCopy();
    }

    void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    /** Makes room for so many bytes more. */
    private void room(int length) {
        if (bytes.remaining() < length) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), bytes.position() + length));
            bytes = larger.put(bytes.flip());
        }
    }
}
