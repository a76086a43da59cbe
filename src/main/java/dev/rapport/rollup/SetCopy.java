package dev.rapport.rollup;

import dev.rapport.rollup.DayPeople.Cut;
import dev.rapport.rollup.DayPeople.Deed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import org.postgresql.PGConnection;
import org.roaringbitmap.RoaringBitmap;

/** Rows of day_set or month_set on their way through PostgreSQL's binary COPY, some megabytes at a time. */
final class SetCopy {
    static final Comparator<Cut> ORDER = Comparator.comparingInt(Cut::channel).thenComparingInt(Cut::segmentValue);

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final int HEADER = SIGNATURE.length + 8;
    private static final int FULL = 4 << 20;

    private final Connection connection;
    private final String table;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream rows = new DataOutputStream(bytes);

    SetCopy(Connection connection, String table) throws IOException {
        this.connection = connection;
        this.table = table;
        begin();
    }

    private void begin() throws IOException {
        bytes.reset();
        rows.write(SIGNATURE);
        rows.writeInt(0);
        rows.writeInt(0);
    }

    void add(Deed deed, LocalDate day, Cut cut, RoaringBitmap people) throws IOException, SQLException {
        add(deed, day, cut, people.getCardinality(), PeopleSet.write(people));
    }

    void add(Deed deed, LocalDate day, Cut cut, int cardinality, byte[] members) throws IOException, SQLException {
        rows.writeShort(7);
        smallint(deed.measure());
        integer(deed.item());
        integer((int) (day.toEpochDay() - EPOCH.toEpochDay()));
        smallint(cut.channel());
        integer(cut.segmentValue());
        integer(cardinality);
        rows.writeInt(members.length);
        rows.write(members);
        if (bytes.size() > FULL) {
            send();
        }
    }

    void send() throws IOException, SQLException {
        if (bytes.size() == HEADER) {
            return;
        }
        rows.writeShort(-1);
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy " + table + " (measure, item, day, channel_id, segment_value_id, cardinality, members)"
                                + " from stdin (format binary)",
                        new ByteArrayInputStream(bytes.toByteArray()));
        begin();
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
