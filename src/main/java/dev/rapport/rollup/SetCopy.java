package dev.rapport.rollup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.postgresql.PGConnection;
import org.roaringbitmap.RoaringBitmap;

/** Rows of day_set or month_set on their way through PostgreSQL's binary COPY. */
final class SetCopy {
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

    private final String table;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream rows = new DataOutputStream(bytes);

    SetCopy(String table) throws IOException {
        this.table = table;
        rows.write(SIGNATURE);
        rows.writeInt(0);
        rows.writeInt(0);
    }

    void add(int measure, int item, LocalDate day, int channel, int segmentValue, RoaringBitmap people)
            throws IOException {
        byte[] members = PeopleSet.write(people);
        rows.writeShort(7);
        smallint(measure);
        integer(item);
        integer((int) (day.toEpochDay() - EPOCH.toEpochDay()));
        smallint(channel);
        integer(segmentValue);
        integer(people.getCardinality());
        rows.writeInt(members.length);
        rows.write(members);
    }

    void send(Connection connection) throws IOException, SQLException {
        rows.writeShort(-1);
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy " + table + " (measure, item, day, channel_id, segment_value_id, cardinality, members)"
                                + " from stdin (format binary)",
                        new ByteArrayInputStream(bytes.toByteArray()));
    }

    private void smallint(int value) throws IOException {
        rows.writeInt(2);
        rows.writeShort(value);
    }

    private void integer(int value) throws IOException {
        rows.writeInt(4);
        rows.writeInt(value);
    }
}
