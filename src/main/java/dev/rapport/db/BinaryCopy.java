package dev.rapport.db;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows by COPY in PostgreSQL's binary format: nothing has to be escaped here and parsed there. Whatever fails while
 * rows are made, closing takes back what was not {@link #end ended}: an open COPY would keep the connection from a rollback.
 */
public final class BinaryCopy implements AutoCloseable {
    private static final byte[] BEGIN = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] NO_FORM = {};

    /** A jsonb begins with the version of its form. */
    private static final byte[] JSONB = {1};

    /** What goes at once through a COPY that stays open: the database works on it while the next rows are made. */
    private static final int STREAMED = 1 << 16;

    /** What goes at once as a COPY of its own. */
    private static final int GATHERED = 4 << 20;

    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final long EPOCH_MICROS = 946_684_800_000_000L;
    private static final int INT2 = 21;
    private static final int INT4 = 23;
    private static final int INT8 = 20;

    private final Handle handle;
    private final String sql;
    private final int columns;
    private final boolean gathered;
    private ByteBuffer bytes = ByteBuffer.allocate(2 * STREAMED);
    private @Nullable CopyIn copy;

    private BinaryCopy(Handle handle, String into, int columns, boolean gathered) {
        this.handle = handle;
        this.sql = "copy " + into + " from stdin (format binary)";
        this.columns = columns;
        this.gathered = gathered;
    }

    /** Beside others on the same connection, which has one COPY at a time: rows are sent some megabytes at once. */
    public static BinaryCopy gathered(Handle handle, String table, String columns) {
        return new BinaryCopy(handle, table + " (" + columns + ")", columns.split(",").length, true);
    }

    /** Has the connection for itself from the first row to the end. */
    public static BinaryCopy streamed(Handle handle, String table, int columns) {
        return new BinaryCopy(handle, table, columns, false);
    }

    /** Begins a row. */
    public BinaryCopy row() {
        if (bytes.position() >= (gathered ? GATHERED : STREAMED)) {
            send();
            if (gathered) {
                end();
            }
        }
        if (copy == null && bytes.position() == 0) {
            bytes.put(BEGIN);
        }
        room(2);
        bytes.putShort((short) columns);
        return this;
    }

    public BinaryCopy smallint(int value) {
        room(6);
        bytes.putInt(2).putShort((short) value);
        return this;
    }

    public BinaryCopy integer(int value) {
        room(8);
        bytes.putInt(4).putInt(value);
        return this;
    }

    public BinaryCopy integer(@Nullable Integer value) {
        return value == null ? nothing() : integer(value.intValue());
    }

    public BinaryCopy bigint(long value) {
        room(12);
        bytes.putInt(8).putLong(value);
        return this;
    }

    public BinaryCopy date(LocalDate day) {
        return integer((int) (day.toEpochDay() - EPOCH.toEpochDay()));
    }

    /** @param micros since 1970; PostgreSQL counts from 2000 */
    public BinaryCopy moment(long micros) {
        return bigint(micros - EPOCH_MICROS);
    }

    public BinaryCopy uuid(@Nullable UUID value) {
        if (value == null) {
            return nothing();
        }
        room(20);
        bytes.putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    public BinaryCopy text(@Nullable String value) {
        return value == null ? nothing() : bytes(NO_FORM, value.getBytes(StandardCharsets.UTF_8));
    }

    public BinaryCopy json(@Nullable String value) {
        return value == null ? nothing() : bytes(JSONB, value.getBytes(StandardCharsets.UTF_8));
    }

    public BinaryCopy bytea(byte[] value) {
        return bytes(NO_FORM, value);
    }

    private BinaryCopy bytes(byte[] form, byte[] value) {
        int length = form.length + value.length;
        room(4 + length);
        bytes.putInt(length).put(form).put(value);
        return this;
    }

    public BinaryCopy nothing() {
        room(4);
        bytes.putInt(-1);
        return this;
    }

    public BinaryCopy smallints(long[] values) {
        array(INT2, 2, values.length);
        for (long value : values) {
            smallint(Math.toIntExact(value));
        }
        return this;
    }

    public BinaryCopy integers(long[] values) {
        array(INT4, 4, values.length);
        for (long value : values) {
            integer(Math.toIntExact(value));
        }
        return this;
    }

    public BinaryCopy bigints(long[] values) {
        array(INT8, 8, values.length);
        for (long value : values) {
            bigint(value);
        }
        return this;
    }

    /** Of one dimension, without nulls, counted from 1. */
    private void array(int type, int width, int length) {
        room(24);
        bytes.putInt(20 + length * (4 + width));
        bytes.putInt(1).putInt(0).putInt(type).putInt(length).putInt(1);
    }

    /** Sends what is there, if anything, and lets others have the connection. */
    public void end() {
        if (copy == null && bytes.position() == 0) {
            return;
        }
        room(2);
        bytes.putShort((short) -1);
        try {
            send().endCopy();
        } catch (SQLException e) {
            throw brokenOff(e);
        }
        copy = null;
    }

    /**
     * A COPY that fails as its connection breaks keeps the driver's lock: whatever was asked of the connection then, a rollback
     * too, would wait for ever. Cancelling lets go of it.
     */
    private QueryFailedException brokenOff(SQLException failure) {
        try {
            close();
        } catch (QueryFailedException e) {
            failure.addSuppressed(e);
        }
        return new QueryFailedException(failure);
    }

    private CopyIn send() {
        try {
            CopyIn open = copy;
            if (open == null) {
                open = handle.getConnection()
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(sql);
                copy = open;
            }
            open.writeToCopy(bytes.array(), 0, bytes.position());
            bytes.clear();
            return open;
        } catch (SQLException e) {
            throw brokenOff(e);
        }
    }

    /** Takes back what was sent since the last end. */
    @Override
    public void close() {
        try {
            if (copy != null && copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            throw new QueryFailedException(e);
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
