package dev.rapport.bench.data;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.JdbiSetup;
import dev.rapport.segment.SegmentRefresh;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/** Fills a migrated, empty database: the same facts whenever it is asked for as many events. */
public final class FactLoader {
    /** To be changed when the facts do: data of another version are made anew. */
    public static final String VERSION = "facts 1";

    private static final int MOST_PEOPLE = 490_000;
    private static final int EVENTS_OF_A_PERSON = 20;

    private final Connection connection;
    private final long events;
    private final Consumer<String> progress;

    public FactLoader(Connection connection, long events, Consumer<String> progress) {
        this.connection = connection;
        this.events = events;
        this.progress = progress;
    }

    public void load() throws SQLException {
        execute("update settings set zone = '" + Calendar.ZONE + "'");
        BenchDictionary dictionary = new BenchDictionary(connection);
        // The same from ten million events up: more events are then more visits of the same people.
        People people = new People((int) Math.min(MOST_PEOPLE, events / EVENTS_OF_A_PERSON), new Chance(1));
        Indexes ofTraits = Indexes.dropped(connection, "person_trait");
        people.write(connection, new Chance(2));
        ofTraits.make();
        new Dealings(connection, dictionary, people, new Chance(3)).write();
        followOn("person", "visitor");
        progress.accept("People, tickets, surveys and orders are written");

        // Before the events, which it would look through for days to mark.
        connection.setAutoCommit(false);
        execute("analyze");
        SegmentRefresh.refreshAll(JdbiSetup.on(connection));
        connection.commit();
        connection.setAutoCommit(true);
        progress.accept(SegmentRefresh.signatures(JdbiSetup.on(connection)) + " signatures of segments are derived");

        Indexes ofEvents = Indexes.dropped(connection, "event");
        new BenchVisits(dictionary, people, new Chance(4)).write(connection, events);
        progress.accept("Events are written");
        ofEvents.make();
        progress.accept("Events are indexed");
        connection.setAutoCommit(false);
        DirtyDays.markAll(JdbiSetup.on(connection));
        connection.commit();
        connection.setAutoCommit(true);
        execute("vacuum (analyze)");
        execute("checkpoint");
        progress.accept("The facts are complete");
    }

    /** Numbers given by hand are taken. */
    private void followOn(String... tables) throws SQLException {
        for (String table : tables) {
            execute("select setval(pg_get_serial_sequence('" + table + "', 'id'), (select max(id) from " + table
                    + "))");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
