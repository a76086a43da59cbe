package dev.rapport.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Figure;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SessionMediansTest {
    private static final String DAYS = "from=2026-10-25&to=2026-10-25";
    private static final Facts FACTS = new Facts();
    private final SessionMedians reader = new SessionMedians();

    @BeforeAll
    static void write() {
        FACTS.people(4).plan(1, "pro", "-infinity", "infinity");
        FACTS.run("""
                insert into traffic_source (utm_source, channel_id)
                select key, id from channel where key in ('email', 'chat')
                """);
        FACTS.run("insert into event_name (name) values ('seen')");
        // The day has 25 hours in Berlin; 02:10 comes twice.
        session(1, "email", "2026-10-25T00:10Z", 60);
        session(2, "email", "2026-10-25T01:10Z", 0);
        session(2, "chat", "2026-10-25T09:00Z", 0);
        session(3, "chat", "2026-10-25T10:00Z", 120);
        session(3, "chat", "2026-10-25T22:59Z", 300);
        session(4, "chat", "2026-10-25T23:00Z", 999); // on the 26th
        CubeBuilder cube = new CubeBuilder(JdbiSetup.of(FACTS.database()), List.of(new BehaviourFactSource()));
        cube.requestRebuild();
        cube.refreshAll();
    }

    /** A hit, and another one so many seconds later. */
    private static void session(int person, String channel, String at, int seconds) {
        FACTS.run("""
                insert into event (visitor_id, message_id, at, kind, name_id, source_id)
                select %1$d, gen_random_uuid(), hit, 2, event_name.id, traffic_source.id
                from event_name, traffic_source,
                     (select distinct '%2$s'::timestamptz + make_interval(secs => after) as hit
                      from unnest(array[0, %3$d]) as after) as hits
                where event_name.name = 'seen' and utm_source = '%4$s'
                """.formatted(person, at, seconds, channel));
    }

    @Test
    void singleHitsCountAs0OrAreLeftOut() throws SQLException {
        assertThat(seconds(total(DAYS))).isEqualTo(60);
        assertThat(total(DAYS).n()).isEqualTo(5);
        assertThat(seconds(total(DAYS + "&without-single=true"))).isEqualTo(120);
    }

    @Test
    void theHourThatComesTwiceIsTwoHours() throws SQLException {
        Map<DimensionKey, Figure> hours = read(Facts.slice(DAYS + "&grain=hour"), Grouping.TREND);

        assertThat(seconds(hours.get(hour(LocalDateTime.parse("2026-10-25T02:00")))))
                .isEqualTo(60);
        assertThat(seconds(
                        hours.get(hour(LocalDateTime.parse("2026-10-25T02:00").plusNanos(1)))))
                .isEqualTo(0);
        assertThat(hours).hasSize(5);
    }

    @Test
    void byChannelAndOfASegment() throws SQLException {
        Map<DimensionKey, Figure> channels = read(Facts.slice(DAYS), Grouping.CHANNELS);

        assertThat(seconds(channels.get(new DimensionKey(Optional.empty(), Optional.of("email"), Optional.empty()))))
                .isEqualTo(30);
        assertThat(seconds(channels.get(new DimensionKey(Optional.empty(), Optional.of("chat"), Optional.empty()))))
                .isEqualTo(120);
        assertThat(seconds(total(DAYS + "&segment=plan:pro"))).isEqualTo(60);
        assertThat(total(DAYS + "&segment=plan:free")).isEqualTo(Figure.noData());
    }

    private Figure total(String query) throws SQLException {
        return read(Facts.slice(query), Grouping.TOTAL).get(DimensionKey.TOTAL);
    }

    private Map<DimensionKey, Figure> read(Slice slice, Grouping grouping) throws SQLException {
        try (Connection connection = FACTS.connection()) {
            return reader.read(
                    ReadTransaction.on(JdbiSetup.on(connection)),
                    Catalogue.find("session_duration_median").orElseThrow(),
                    slice,
                    slice.period(),
                    grouping);
        }
    }

    private static double seconds(Figure figure) {
        return figure.value().orElseThrow().doubleValue();
    }

    private static DimensionKey hour(LocalDateTime start) {
        return new DimensionKey(Optional.of(start), Optional.empty(), Optional.empty());
    }
}
