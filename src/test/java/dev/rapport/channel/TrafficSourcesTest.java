package dev.rapport.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.db.JdbiSetup;
import dev.rapport.testsupport.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrafficSourcesTest {
    private static final Arrival SPRING = Arrival.read("https://shop.example/?utm_source=acme&utm_medium=spring", null);
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = FreshDatabase.create().getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void storesEachArrivalOnceWithItsChannel() throws SQLException {
        var ids = new TrafficSources(JdbiSetup.on(connection))
                .ids(List.of(SPRING, Arrival.direct(), SPRING, Arrival.by((short) 6)));
        var again = new TrafficSources(JdbiSetup.on(connection));

        assertThat(again.id(SPRING)).isEqualTo(ids.get(SPRING));
        assertThat(again.id(Arrival.direct())).isEqualTo(ids.get(Arrival.direct()));
        assertThat(again.id(Arrival.by((short) 6))).isEqualTo(ids.get(Arrival.by((short) 6)));
        assertThat(text("select string_agg(c.key, ' ' order by c.key) from traffic_source s"
                        + " join channel c on c.id = s.channel_id"))
                .isEqualTo("direct email other");
    }

    @Test
    void aChangedRuleMovesItsSourcesAndMarksTheirDays() throws SQLException {
        int spring = new TrafficSources(JdbiSetup.on(connection)).id(SPRING);
        int direct = new TrafficSources(JdbiSetup.on(connection)).id(Arrival.direct());
        execute(
                "insert into session (visitor_id, started_at, ended_at, person_id, day, channel_id, source_id, page_views, events)"
                        + " values (1, '2026-03-01T10:00Z', '2026-03-01T10:00Z', 1, '2026-03-01', 1, " + spring
                        + ", 1, 1),"
                        + " (1, '2026-03-02T10:00Z', '2026-03-02T10:00Z', 1, '2026-03-02', 1, " + direct + ", 1, 1)");
        execute("insert into channel_rule (position, channel_id, utm_mediums)"
                + " select 5, id, '{spring}' from channel where key = 'affiliate'");

        assertThat(Reclassification.run(JdbiSetup.on(connection))).isEqualTo(1);

        assertThat(text("select c.key from traffic_source s join channel c on c.id = s.channel_id where s.id = "
                        + spring))
                .isEqualTo("affiliate");
        assertThat(text("select string_agg(family || ' ' || day, ',') from dirty_day"))
                .isEqualTo("behaviour 2026-03-01");
        assertThat(Reclassification.run(JdbiSetup.on(connection))).isZero();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
