package dev.rapport.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Metric;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * July: three tickets of Marta (first line, two of them urgent), one of Tom (second line), one of nobody; days begin at 22:00
 * UTC.
 */
class TicketPartsTest {
    private static final Slice JULY = Facts.slice("from=2026-07-01&to=2026-07-31");
    private static final List<String> OF_TICKETS = List.of(
            "ticket_volume",
            "answered_tickets",
            "resolved_tickets",
            "resolution_rate",
            "reopened",
            "first_response_time",
            "resolution_time");

    private final Facts facts = new Facts().people(2);
    private final List<FactSource> sources = Rooms.all(FactSource.class, facts.database());
    private final MetricQueries metrics = new QueryEngine(
            facts.database(),
            sources,
            Rooms.all(FactReader.class, facts.database()),
            Catalogue::find,
            Clock.systemUTC(),
            Duration.ofMinutes(1));

    @BeforeEach
    void fill() throws SQLException {
        facts.run("""
                insert into ticket_record
                    (key, visitor_id, channel_id, assignee, team, priority, created_at, first_response_at, resolved_at,
                     first_response_known, content)
                select t.key, 1, channel.id, agent, team, priority, at::timestamptz, replied::timestamptz,
                       resolved::timestamptz, known, gen_random_uuid()
                from (values
                    ('1', 'Marta', 'First', 'high', '2026-07-06 07:30Z', '2026-07-06 08:30Z', '2026-07-06 17:10Z', true),
                    ('2', 'Marta', 'First', 'high', '2026-07-06 07:45Z', '2026-07-06 10:45Z', null, true),
                    ('3', 'Marta', 'First', 'low', '2026-07-07 22:10Z', '2026-07-07 22:20Z', '2026-07-08 06:10Z', false),
                    ('4', 'Tom', 'Second', 'low', '2026-07-31 21:50Z', '2026-07-31 22:10Z', '2026-08-01 06:00Z', true),
                    ('5', null, null, null, '2026-07-10 10:00Z', null, null, true))
                    as t(key, agent, team, priority, at, replied, resolved, known)
                join channel on channel.key = 'chat';
                insert into known_name (kind, key, name) values ('agent', 'marta', 'Marta');
                insert into call (key, visitor_id, channel_id, started_at, answered_at, agent, content)
                select 'c1', 1, id, '2026-07-06 07:30Z', '2026-07-06 07:31Z', 'Marta', gen_random_uuid()
                from channel where key = 'phone'
                """);
        try (Connection connection = facts.connection()) {
            DirtyDays.mark(
                    JdbiSetup.on(connection),
                    "support",
                    "select created_at from ticket union all select first_response_at from ticket"
                            + " union all select resolved_at from ticket");
        }
        new CubeBuilder(JdbiSetup.of(facts.database()), sources).refreshAll();
    }

    @Test
    void eachFigureByAgentTeamAndPriority() {
        assertThat(shown("ticket_volume", JULY, Dimension.AGENT)).containsExactly("Marta 3", " 1", "Tom 1");
        assertThat(shown("ticket_volume", JULY, Dimension.TEAM)).containsExactly("First 3", " 1", "Second 1");
        assertThat(shown("ticket_volume", JULY, Dimension.PRIORITY)).containsExactly("high 2", "low 2", " 1");
        assertThat(shown("answered_tickets", JULY, Dimension.AGENT))
                .as("of one nobody knows when a person replied, Tom's came in August")
                .containsExactly("Marta 2");
        assertThat(shown("resolved_tickets", JULY, Dimension.AGENT)).containsExactly("Marta 2");
        assertThat(shown("first_response_time", JULY, Dimension.AGENT))
                .as("of one and three hours; twenty minutes")
                .contains("Marta 7200", "Tom 1200");
        assertThat(shown("backlog", JULY, Dimension.AGENT)).containsExactly(" 1", "Marta 1", "Tom 1");
        assertThat(shown("backlog", JULY, Dimension.TEAM)).containsExactly(" 1", "First 1", "Second 1");
        assertThat(shown("call_answer_rate", JULY, Dimension.AGENT)).containsExactly("Marta 100");
    }

    @Test
    void eachFigureByTheHourInWhichItHappens() {
        assertThat(shown("ticket_volume", JULY, Dimension.WEEKDAY_HOUR))
                .as("Berlin is two hours ahead: 7 July, 22:10 is Wednesday's first hour")
                .containsExactly("1-09 2", "3-00 1", "5-12 1", "5-23 1");
        assertThat(shown("answered_tickets", JULY, Dimension.WEEKDAY_HOUR)).containsExactly("1-10 1", "1-12 1");
        assertThat(shown("resolved_tickets", JULY, Dimension.WEEKDAY_HOUR)).containsExactly("1-19 1", "3-08 1");
        assertThat(shown("first_response_time", JULY, Dimension.WEEKDAY_HOUR)).contains("1-09 7200", "5-23 1200");
    }

    @Test
    void narrowedInAnySpellingTheFigureIsThatOfItsPart() {
        for (String key : OF_TICKETS) {
            for (Dimension dimension :
                    List.of(Dimension.AGENT, Dimension.TEAM, Dimension.PRIORITY, Dimension.WEEKDAY_HOUR)) {
                for (Answer.Row row :
                        metrics.ask(key, JULY, Grouping.parts(dimension)).rows()) {
                    Slice one = JULY.withOption(dimension.option(), row.key().part());
                    assertThat(metrics.ask(key, one, Grouping.TOTAL)
                                    .total()
                                    .figure()
                                    .value())
                            .as(key + " " + row.key())
                            .isEqualTo(row.figure().value());
                }
            }
        }
        Slice marta = JULY.withOption(Dimension.AGENT.option(), Optional.of(" MARTA"));
        assertThat(value(metrics.ask("ticket_volume", marta, Grouping.TOTAL).total()))
                .isEqualTo(3);
        assertThat(value(metrics.ask("backlog", marta, Grouping.TOTAL).total())).isEqualTo(1);
        assertThat(metrics.ask("first_response_time", marta, Grouping.TOTAL)
                        .total()
                        .figure()
                        .n())
                .isEqualTo(2);
        Slice gone = JULY.withOption(Dimension.AGENT.option(), Optional.of("Nobody of that name"));
        assertThat(value(metrics.ask("ticket_volume", gone, Grouping.TOTAL).total()))
                .isZero();
        assertThat(metrics.ask("first_response_time", gone, Grouping.TOTAL)
                        .total()
                        .figure()
                        .value())
                .isEmpty();
    }

    @Test
    void rowsBehindAFigureAreThoseOfItsPart() throws SQLException {
        for (String key : List.of("ticket_volume", "answered_tickets", "resolved_tickets", "backlog")) {
            for (Dimension dimension :
                    Catalogue.find(key).orElseThrow().definition().parts()) {
                for (Answer.Row row :
                        metrics.ask(key, JULY, Grouping.parts(dimension)).rows()) {
                    Slice one = JULY.withOption(dimension.option(), row.key().part());
                    if (!row.key().part().equals(Optional.of(""))) {
                        assertThat(rows(key, one)).as(key + " " + row.key()).hasSize((int) value(row));
                    }
                }
            }
        }
    }

    @Test
    void hiddenAgentsAreNamedNowhere() throws SQLException {
        assertThat(shown("first_response_time", JULY, Dimension.AGENT)).hasSize(3);
        facts.run("update settings set agents_hidden = true");

        for (Metric metric : Catalogue.all()) {
            if (metric.definition().parts().contains(Dimension.AGENT)) {
                assertThat(metrics.ask(metric.key(), JULY, Grouping.parts(Dimension.AGENT))
                                .rows())
                        .as(metric.key())
                        .allMatch(row -> row.key().part().equals(Optional.of("")));
            }
        }
        assertThat(shown("ticket_volume", JULY, Dimension.AGENT)).containsExactly(" 5");
        assertThat(shown("ticket_volume", JULY, Dimension.TEAM)).hasSize(3);
        Slice marta = JULY.withOption(Dimension.AGENT.option(), Optional.of("Marta"));
        assertThat(value(metrics.ask("ticket_volume", marta, Grouping.TOTAL).total()))
                .isZero();
        assertThat(metrics.ask("first_response_time", marta, Grouping.TOTAL)
                        .total()
                        .figure()
                        .n())
                .isZero();
        for (String key : List.of("ticket_volume", "backlog", "first_response_time", "call_answer_rate")) {
            assertThat(rows(key, JULY)).as(key).isNotEmpty().noneMatch(row -> row.contains("Marta"));
            assertThat(rows(key, marta)).as(key).isEmpty();
        }
        facts.run("update settings set agents_hidden = false");
        assertThat(shown("first_response_time", JULY, Dimension.AGENT)).hasSize(3);
        assertThat(rows("ticket_volume", JULY)).anyMatch(row -> row.contains("Marta"));
    }

    @Test
    void tenThousandAgentsByEverythingAtOnceAreRefused() throws SQLException {
        facts.run("""
                insert into ticket_record (key, channel_id, assignee, created_at, content)
                select 'many' || n, 1 + n % 9, 'agent ' || n, '2026-07-01'::timestamptz + n * interval '4 minutes', gen_random_uuid()
                from generate_series(1, 10000) as n
                """);
        assertThat(metrics.ask("first_response_time", JULY, Grouping.parts(Dimension.AGENT))
                        .rows())
                .hasSizeGreaterThan(10_000);
        Grouping all = new Grouping(true, true, Optional.of("plan"), Optional.of(Dimension.AGENT));
        for (String key : List.of("ticket_volume", "first_response_time", "backlog")) {
            assertThatThrownBy(() -> metrics.ask(key, JULY, all))
                    .as(key)
                    .isInstanceOf(BadSliceException.class)
                    .hasMessageContaining("by");
        }
    }

    @Test
    void whatNoMetricHasIsRefused() {
        assertThatThrownBy(() -> metrics.ask("revenue", JULY, Grouping.parts(Dimension.AGENT)))
                .isInstanceOf(BadSliceException.class);
        assertThatThrownBy(() -> metrics.ask("backlog", JULY, Grouping.parts(Dimension.WEEKDAY_HOUR)))
                .isInstanceOf(BadSliceException.class);
    }

    private List<String> rows(String key, Slice slice) throws SQLException {
        try (Connection connection = facts.connection()) {
            RowQuery query = new RowSources(Rooms.all(RowSource.class, facts.database()))
                    .query(
                            JdbiSetup.on(connection),
                            Catalogue.find(key).orElseThrow().rows(slice),
                            slice)
                    .orElseThrow();
            return JdbiSetup.on(connection)
                    .select(
                            "select rows::text from (" + query.sql() + ") as rows",
                            query.values().toArray())
                    .mapTo(String.class)
                    .list();
        }
    }

    private List<String> shown(String key, Slice slice, Dimension dimension) {
        return metrics.ask(key, slice, Grouping.parts(dimension)).rows().stream()
                .map(row -> row.key().part().orElseThrow() + " " + value(row))
                .toList();
    }

    private static long value(Answer.Row row) {
        return row.figure().value().map(BigDecimal::longValue).orElse(0L);
    }
}
