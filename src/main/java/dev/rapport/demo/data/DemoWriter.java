package dev.rapport.demo.data;

import dev.rapport.ingest.store.NameMerge;
import dev.rapport.rollup.DirtyDays;
import dev.rapport.segment.SegmentRefresh;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Tells all lives and writes them down by COPY, within the transaction of the connection it is given. */
final class DemoWriter {
    private static final int PIECE = 1 << 20;

    private final Connection connection;
    private final Script script;
    private final IntConsumer progress;

    /** @param progress told how many of 100 parts of the lives have been told */
    DemoWriter(Connection connection, Script script, IntConsumer progress) {
        this.connection = connection;
        this.script = script;
        this.progress = progress;
    }

    /** @return how many rows were written */
    long write(int importId) throws SQLException {
        Stage stage = new Stage(script, new Dictionary(connection).numbers(importId));
        int passers = script.customers() * 9 / 10;
        int prizeSeekers = script.customers() * 4 / 10;
        int[] persons = reserve("person", script.customers() + passers + prizeSeekers);
        int[] visitors = reserve("visitor", script.customers() * 3 + passers + prizeSeekers);

        CopyIn events = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(stage.sheets().events.command());
        int everybody = persons.length;
        LocalDate[] joined = Joining.days(script);
        for (int i = 0; i < everybody; i++) {
            if (i < script.customers()) {
                Customer customer = new Customer(script, i, joined[i], persons, visitors);
                new Life(stage, customer, new int[] {visitors[i * 3 + 1], visitors[i * 3 + 2]}).tell();
            } else if (i < script.customers() + passers) {
                new Passers(stage).pass(i, persons[i], visitors[i + script.customers() * 2]);
            } else {
                new Passers(stage).passForPrize(i, persons[i], visitors[i + script.customers() * 2]);
            }
            if (stage.sheets().events.size() > PIECE) {
                send(events, stage.sheets().events);
                progress.accept(i * 100 / everybody);
            }
        }
        send(events, stage.sheets().events);
        events.endCopy();
        new Advertising(stage).tell();
        new Chatter(stage).tell();
        for (Sheet sheet : stage.sheets().small()) {
            copy(sheet);
        }
        NameMerge.meet(connection, importId);
        labels(importId);
        new Descriptions(connection).write(script);
        analyze();
        int ratings = new Ratings(connection, script).tell(importId);
        new FollowedUp(connection, script).tell(importId);
        markDays(importId);
        new Planning(connection, script).write();
        SegmentRefresh.refresh(connection, "select person_id from visitor where import_id = " + importId);
        return stage.sheets().rows() + ratings;
    }

    private static void send(CopyIn copy, Sheet sheet) throws SQLException {
        byte[] bytes = sheet.take();
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private void copy(Sheet sheet) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(sheet.command(), new ByteArrayInputStream(sheet.take()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers of a table that nobody else will get, in ascending order. */
    private int[] reserve(String table, int count) throws SQLException {
        int[] numbers = new int[count];
        try (var statement = connection.prepareStatement(
                "select nextval(pg_get_serial_sequence(?, 'id')) from generate_series(1, ?)")) {
            statement.setString(1, table);
            statement.setInt(2, count);
            try (var rows = statement.executeQuery()) {
                for (int i = 0; rows.next(); i++) {
                    numbers[i] = rows.getInt(1);
                }
            }
        }
        Arrays.sort(numbers);
        return numbers;
    }

    /** People have gone over some of what the machine said lately: most of it they confirm. */
    private void labels(int importId) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into mention_label (mention_key, field, value, set_by, set_at)
                select said.key, label.field, label.value, case when said.no % 3 = 0 then 'sina' else 'joris' end,
                       least(now(), said.at + interval '5 hours')
                from (select *, row_number() over (order by at desc, key) as no from mention
                      where import_id = ? and labelled_by = 'machine:tone') as said
                cross join lateral (values
                    ('sentiment', case when said.text like '%?' and said.sentiment = 0 then '-1'
                                       else said.sentiment::text end),
                    ('needs_reply', (said.text like '%?' or said.sentiment < 0)::text)) as label(field, value)
                where said.no between 12 and 60
                """)) {
            statement.setInt(1, importId);
            statement.executeUpdate();
        }
    }

    /** Otherwise what is derived next would be planned as if the tables were empty. */
    private void analyze() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "analyze person, visitor, person_trait, event, invitation, response, ticket_record, order_line, subscription, mention, post,"
                            + " campaign_day, mention_label");
        }
    }

    private void markDays(int importId) throws SQLException {
        for (DemoDays days : DemoDays.values()) {
            DirtyDays.mark(connection, days.family, days.moments(importId));
        }
    }
}
