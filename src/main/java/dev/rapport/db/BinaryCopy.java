package dev.rapport.db;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.postgresql.PGConnection;

/** Rows on their way through PostgreSQL's binary COPY, some megabytes at a time. */
public final class BinaryCopy {
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final int HEADER = SIGNATURE.length + 8;
    private static final int FULL = 4 << 20;
    private static final int INT2 = 21;
    private static final int INT4 = 23;
    private static final int INT8 = 20;

    private final Connection connection;
    private final String into;
    private final int columns;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream rows = new DataOutputStream(bytes);

    /** @param columns of the table, separated by commas, in the order in which their values come */
    public BinaryCopy(Connection connection, String table, String columns) throws IOException {
        this.connection = connection;
        this.into = "copy " + table + " (" + columns + ") from stdin (format binary)";
        this.columns = columns.split(",").length;
        begin();
    }

    private void begin() throws IOException {
        bytes.reset();
        rows.write(SIGNATURE);
        rows.writeInt(0);
        rows.writeInt(0);
    }

    /** Begins a row. */
    public BinaryCopy row() throws IOException, SQLException {
        if (bytes.size() > FULL) {
            send();
        }
        rows.writeShort(columns);
        return this;
    }

    public BinaryCopy smallint(int value) throws IOException {
        rows.writeInt(2);
        rows.writeShort(value);
        return this;
    }

    public BinaryCopy integer(int value) throws IOException {
        rows.writeInt(4);
        rows.writeInt(value);
        return this;
    }

    public BinaryCopy bigint(long value) throws IOException {
        rows.writeInt(8);
        rows.writeLong(value);
        return this;
    }

    public BinaryCopy date(LocalDate day) throws IOException {
        return integer((int) (day.toEpochDay() - EPOCH.toEpochDay()));
    }

    public BinaryCopy bytea(byte[] value) throws IOException {
        rows.writeInt(value.length);
        rows.write(value);
        return this;
    }

    public BinaryCopy smallints(long[] values) throws IOException {
        array(INT2, 2, values.length);
        for (long value : values) {
            smallint(Math.toIntExact(value));
        }
        return this;
    }

    public BinaryCopy integers(long[] values) throws IOException {
        array(INT4, 4, values.length);
        for (long value : values) {
            integer(Math.toIntExact(value));
        }
        return this;
    }

    public BinaryCopy bigints(long[] values) throws IOException {
        array(INT8, 8, values.length);
        for (long value : values) {
            bigint(value);
        }
        return this;
    }

    /** Of one dimension, without nulls, counted from 1. */
    private void array(int type, int width, int length) throws IOException {
        rows.writeInt(20 + length * (4 + width));
        rows.writeInt(1);
        rows.writeInt(0);
        rows.writeInt(type);
        rows.writeInt(length);
        rows.writeInt(1);
    }

    public void send() throws IOException, SQLException {
        if (bytes.size() == HEADER) {
            return;
        }
        rows.writeShort(-1);
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(into, new ByteArrayInputStream(bytes.toByteArray()));
        begin();
    }
}
