package dev.rapport.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.behaviour.BehaviourFactSource;
import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.db.JdbiSetup;
import dev.rapport.support.SupportFactSource;
import dev.rapport.support.TicketWaits;
import dev.rapport.testsupport.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stays in memory between questions changes with the facts. */
class KeptInMemoryTest {
    private static final List<FactSource> CONTRIBUTIONS = List.of(new BehaviourFactSource(), new SupportFactSource());

    private final Facts facts = new Facts().people(3);
    private final MetricQueries metrics = new QueryEngine(
            new ReadTransactions(facts.database(), Duration.ofMinutes(1)),
            CONTRIBUTIONS,
            List.of(new TicketWaits(Clock.systemUTC())),
            Clock.systemUTC());

    @Test
    void visitorsOfADayThatWasAsked() throws SQLException {
        facts.run("insert into event_name (name) values ('page')");
        visit(1, "2026-03-10");
        visit(1, "2026-03-12");
        assertThat(value("unique_visitors")).isEqualTo("1");
        assertThat(value("unique_visitors")).isEqualTo("1");
        visit(2, "2026-03-11");
        assertThat(value("unique_visitors")).isEqualTo("2");
        visit(3, "2026-03-10");
        assertThat(value("unique_visitors")).isEqualTo("3");
        facts.run("delete from event where visitor_id = 2");
        counted("behaviour", "2026-03-11");
        assertThat(value("unique_visitors")).isEqualTo("2");
    }

    @Test
    void visitorsOfAChannelAndASegmentAtOnce() throws SQLException {
        String slice = "&channel=email&segment=plan:none";
        facts.run("""
                insert into event_name (name) values ('page');
                insert into traffic_source (utm_source, channel_id)
                select 'news', id from channel where key = 'email'
                """);
        visit(1, "2026-03-10");
        assertThat(value("unique_visitors", slice)).isEqualTo("1");
        visit(2, "2026-03-11");
        assertThat(value("unique_visitors", slice)).isEqualTo("2");
        assertThat(value("unique_visitors", slice)).isEqualTo("2");
        facts.run("delete from event where visitor_id = 1");
        counted("behaviour", "2026-03-10");
        visit(3, "2026-03-11");
        assertThat(value("unique_visitors", slice)).isEqualTo("2");
        facts.run("delete from event where visitor_id = 3");
        counted("behaviour", "2026-03-11");
        assertThat(value("unique_visitors", slice)).isEqualTo("1");
    }

    @Test
    void ticketResolvedAtAnotherHourOfItsDay() throws SQLException {
        ticketOfAnHour();
        counted("support", "2026-03-10");
        assertThat(value("resolution_time")).isEqualTo("3600");
        facts.run("update ticket set resolved_at = '2026-03-10 12:00+01'");
        counted("support", "2026-03-10");
        assertThat(value("resolution_time")).isEqualTo("7200");
    }

    @Test
    void ticketsAreNotReadAgainForWhatOthersDo() throws SQLException {
        facts.run("insert into event_name (name) values ('page')");
        ticketOfAnHour();
        counted("support", "2026-03-10");
        assertThat(value("resolution_time")).isEqualTo("3600");
        // Nobody who changes a ticket forgets its mark but this test, which shows by it what was read.
        facts.run("update ticket set resolved_at = '2026-03-10 12:00+01'");
        visit(1, "2026-03-10");
        assertThat(value("resolution_time")).isEqualTo("3600");
        counted("support", "2026-03-10");
        assertThat(value("resolution_time")).isEqualTo("7200");
    }

    @Test
    void ticketsOfARebuildAreReadAgain() throws SQLException {
        ticketOfAnHour();
        counted("support", "2026-03-10");
        assertThat(value("resolution_time")).isEqualTo("3600");
        facts.run("update ticket set resolved_at = '2026-03-10 12:00+01'");
        mark("support", "2026-03-10");
        CubeBuilder rollup = new CubeBuilder(JdbiSetup.of(facts.database()), CONTRIBUTIONS);
        rollup.requestRebuild();
        rollup.refreshAll();
        assertThat(value("resolution_time")).isEqualTo("7200");
    }

    @Test
    void ticketThatIsNotCountedInYet() throws SQLException {
        assertThat(metrics.ask("resolution_time", Facts.slice("from=2026-03-01&to=2026-03-31"), Grouping.TOTAL)
                        .total()
                        .figure()
                        .n())
                .isZero();
        ticketOfAnHour();
        mark("support", "2026-03-10");
        assertThat(value("resolution_time")).isEqualTo("3600");
    }

    private void ticketOfAnHour() throws SQLException {
        facts.run("""
                insert into ticket (key, visitor_id, channel_id, created_at, resolved_at, content)
                select 't', 1, id, '2026-03-10 10:00+01', '2026-03-10 11:00+01', gen_random_uuid()
                from channel where key = 'chat'
                """);
    }

    private void visit(int person, String day) throws SQLException {
        facts.run("""
                insert into event (visitor_id, message_id, at, kind, name_id, source_id)
                values (%d, gen_random_uuid(), '%s 10:00+01', 1, 1, (select id from traffic_source))
                """.formatted(person, day));
        counted("behaviour", day);
    }

    private void counted(String family, String day) throws SQLException {
        mark(family, day);
        new CubeBuilder(JdbiSetup.of(facts.database()), CONTRIBUTIONS).refreshAll();
    }

    private void mark(String family, String day) throws SQLException {
        try (Connection connection = facts.connection()) {
            DirtyDays.mark(JdbiSetup.on(connection), family, "select timestamptz '" + day + " 12:00+01'");
        }
    }

    private String value(String metric) {
        return value(metric, "");
    }

    private String value(String metric, String narrowed) {
        return metrics.ask(metric, Facts.slice("from=2026-03-01&to=2026-03-31" + narrowed), Grouping.TOTAL)
                .total()
                .figure()
                .value()
                .orElseThrow()
                .stripTrailingZeros()
                .toPlainString();
    }
}
