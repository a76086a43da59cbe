package dev.rapport.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.behaviour.BehaviourFactSource;
import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.Grouping;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Change;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastInputsTest {
    private static final List<FactSource> CONTRIBUTIONS = List.of(new BehaviourFactSource());

    private final Facts facts = new Facts().people(200);
    private final MetricQueries metrics = new QueryEngine(
            facts.database(),
            CONTRIBUTIONS,
            List.of(),
            Catalogue::find,
            Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC),
            Duration.ofMinutes(1));

    @Test
    void factsThatComeLateOrGoAreInTheHistoryThatChangesAreJudgedBy() throws SQLException {
        facts.run("insert into event_name (name) values ('page')");
        // Twenty weeks of 100 visits on Mondays, then 150.
        facts.run(visits("n <= 100 + case when week = 20 then 50 else 0 end", "true"));
        refresh();
        Change steady = change();
        assertThat(steady.verdict()).isEqualTo(Change.Verdict.BETTER);

        facts.run(visits("n <= 80", "week % 2 = 0 and week < 20"));
        refresh();
        Change wild = change();
        assertThat(wild.absolute()).isEqualTo(50);
        assertThat(wild.verdict()).as("it goes up and down by as much").isEqualTo(Change.Verdict.NO_CLEAR_CHANGE);

        facts.run("delete from event where (at at time zone 'UTC')::time > '11:00'");
        refresh();
        assertThat(change()).as("as before").isEqualTo(steady);
    }

    private static String visits(String people, String weeks) {
        return """
                insert into event (visitor_id, message_id, at, kind, name_id)
                select n, gen_random_uuid(),
                       timestamptz '2026-03-02 %s+00' + week * interval '7 days', 1, id
                from event_name, generate_series(1, 150) as n, generate_series(0, 20) as week
                where name = 'page' and %s and %s
                """.formatted(weeks.equals("true") ? "09:00" : "15:00", people, weeks);
    }

    private void refresh() throws SQLException {
        try (Connection connection = facts.connection()) {
            DirtyDays.mark(
                    JdbiSetup.on(connection),
                    "behaviour",
                    "select timestamptz '2026-03-02 12:00+00' + week * interval '7 days' from generate_series(0, 20) as week");
        }
        new CubeBuilder(JdbiSetup.of(facts.database()), CONTRIBUTIONS).refreshAll();
    }

    private Change change() {
        Slice slice = Facts.slice("from=2026-07-20&to=2026-07-26&compare=previous");
        return metrics.ask("sessions", slice, Grouping.TOTAL).total().change().orElseThrow();
    }
}
