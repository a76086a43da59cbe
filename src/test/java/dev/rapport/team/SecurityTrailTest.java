package dev.rapport.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.db.JdbiSetup;
import dev.rapport.testsupport.FreshDatabase;
import io.quarkus.logging.json.runtime.JsonFormatter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class SecurityTrailTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String FORGED = "maria\r\n2026-03-01 ada: signed in\n\u2028\u0085\u001b[31m\0";

    private final Jdbi jdbi = JdbiSetup.of(FreshDatabase.create());

    @Test
    void keepsWhatHappenedOnOneLineEach() {
        SecurityTrail trail = at(NOON);

        trail.note("maria", "signed in", "");
        trail.note(FORGED, "access denied", "403 GET /settings\r\nx");

        List<SecurityTrail.Event> events = trail.newestFirst(10);
        assertThat(events).hasSize(2);
        assertThat(events.get(0).who()).isEqualTo("maria??2026-03-01 ada: signed in????[31m?");
        assertThat(events.get(0).detail()).isEqualTo("403 GET /settings??x");
        assertThat(events.get(1)).isEqualTo(new SecurityTrail.Event(NOON, "maria", "signed in", ""));
    }

    @Test
    void whatIsLongIsCut() {
        assertThat(SecurityTrail.clean("x".repeat(10_000))).hasSize(301).endsWith("x…");
    }

    @Test
    void forgetsAfterAYearAndNothingButItsOwn() {
        at(NOON).note("maria", "signed in", "");
        at(NOON.plusSeconds(86_400L * 300)).note("samir", "signed in", "");
        jdbi.useHandle(handle -> handle.execute(
                "insert into audit_entry (at, who, action, detail) values ('2020-01-01', 'ada', 'goal added', 'x')"));

        assertThat(at(NOON.plusSeconds(86_400L * 367)).deleteOld()).isEqualTo(1);

        int left = jdbi.withHandle(handle -> handle.select("select count(*) from audit_entry")
                .mapTo(Integer.class)
                .one());
        assertThat(left).isEqualTo(2);
    }

    /** Production logs by this formatter: whatever a field holds, a record is one line, in UTC as it is configured. */
    @Test
    void noRecordBecomesTwoLines() {
        JsonFormatter formatter = new JsonFormatter();
        formatter.setZoneId("UTC");
        ExtLogRecord record =
                new ExtLogRecord(Level.INFO, FORGED + " %s", ExtLogRecord.FormatStyle.PRINTF, Logger.class.getName());
        record.setParameters(new Object[] {FORGED});
        record.setLoggerName(FORGED);
        record.setMdc(java.util.Map.of("person", FORGED));
        record.setThrown(new IllegalStateException(FORGED));
        record.setInstant(NOON);

        String line = formatter.format(record);

        assertThat(line.strip()).doesNotContain("\n", "\r", "\u001b", "\0").contains("2026-03-01T12:00:00Z");
        assertThat(line.strip()).startsWith("{").endsWith("}");
    }

    private SecurityTrail at(Instant now) {
        return new SecurityTrail(jdbi, Clock.fixed(now, ZoneOffset.UTC));
    }
}
