package dev.rapport.demo.data;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.JdbiSetup;
import dev.rapport.ingest.store.NameMerge;
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

/** Runs all simulations and writes their rows by COPY, within the transaction of the connection it is given. */
final class ScenarioWriter {
    private static final int PIECE = 1 << 20;

    private final Connection connection;
    private final Scenario scenario;
    private final IntConsumer progress;

    /** @param progress told how many of 100 parts of the lives have been told */
    ScenarioWriter(Connection connection, Scenario scenario, IntConsumer progress) {
        this.connection = connection;
        this.scenario = scenario;
        this.progress = progress;
    }

    /** @return how many rows were written */
    long write(int importId) throws SQLException {
        Simulation simulation = new Simulation(scenario, new ReferenceData(connection).ids(importId));
        int passers = scenario.customers() * 9 / 10;
        int prizeSeekers = scenario.customers() * 4 / 10;
        int[] persons = reserve("person", scenario.customers() + passers + prizeSeekers);
        int[] visitors = reserve("visitor", scenario.customers() * 3 + passers + prizeSeekers);

        LocalDate[] joined = SignUpDays.days(scenario);
        writeEvents(simulation, persons, visitors, joined, passers);
        new CampaignSimulation(simulation).tell();
        new SocialSimulation(simulation, joined, visitors).tell();
        for (CopyBuffer rows : simulation.buffers().small()) {
            copy(rows);
        }
        NameMerge.meet(JdbiSetup.on(connection), importId);
        labels(importId);
        new FeatureSettings(connection).write(scenario);
        analyze();
        int ratings = new RatingSimulation(connection, scenario).tell(importId);
        new FollowUpSimulation(connection, scenario).tell(importId);
        markDays(importId);
        new TargetsAndNotes(connection, scenario).write();
        SegmentRefresh.refresh(JdbiSetup.on(connection), "select person_id from visitor where import_id = " + importId);
        return simulation.buffers().rows() + ratings;
    }

    /** A COPY that is left open keeps its connection: a rollback would wait for ever. */
    private void writeEvents(Simulation simulation, int[] persons, int[] visitors, LocalDate[] joined, int passers)
            throws SQLException {
        CopyIn events = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(simulation.buffers().events.command());
        try {
            int everybody = persons.length;
            for (int i = 0; i < everybody; i++) {
                if (i < scenario.customers()) {
                    SimulatedCustomer customer = new SimulatedCustomer(scenario, i, joined[i], persons, visitors);
                    new CustomerSimulation(simulation, customer, new int[] {visitors[i * 3 + 1], visitors[i * 3 + 2]})
                            .tell();
                } else if (i < scenario.customers() + passers) {
                    new AnonymousVisitorSimulation(simulation)
                            .pass(i, persons[i], visitors[i + scenario.customers() * 2]);
                } else {
                    new AnonymousVisitorSimulation(simulation)
                            .passForPrize(i, persons[i], visitors[i + scenario.customers() * 2]);
                }
                if (simulation.buffers().events.size() > PIECE) {
                    send(events, simulation.buffers().events);
                    progress.accept(i * 100 / everybody);
                }
            }
            send(events, simulation.buffers().events);
            events.endCopy();
        } finally {
            if (events.isActive()) {
                events.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, CopyBuffer rows) throws SQLException {
        byte[] bytes = rows.take();
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private void copy(CopyBuffer rows) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(rows.command(), new ByteArrayInputStream(rows.take()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers of a table that nobody else will get, in ascending order. */
    private int[] reserve(String table, int count) throws SQLException {
        int[] ids = new int[count];
        try (var statement = connection.prepareStatement(
                "select nextval(pg_get_serial_sequence(?, 'id')) from generate_series(1, ?)")) {
            statement.setString(1, table);
            statement.setInt(2, count);
            try (var rows = statement.executeQuery()) {
                for (int i = 0; rows.next(); i++) {
                    ids[i] = rows.getInt(1);
                }
            }
        }
        Arrays.sort(ids);
        return ids;
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
        for (FactMoments days : FactMoments.values()) {
            DirtyDays.mark(JdbiSetup.on(connection), days.family, days.moments(importId));
        }
    }
}
