package dev.rapport.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.db.JdbiSetup;
import dev.rapport.testsupport.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The reason that figures count, and the one that rows show: one rule in Java and in SQL. */
class SaidReasonsTest {
    private static final String ENDED = "2026-06-15T10:00:00Z";

    @Test
    void figuresAndRowsFindTheSameOfRandomWords() throws SQLException {
        Facts facts = new Facts().people(60);
        Random random = new Random(18);
        for (int person = 1; person <= 60; person++) {
            for (int i = random.nextInt(4); i > 0; i--) {
                facts.run("""
                        insert into reason_given (key, visitor_id, channel_id, given_at, about, reason, content)
                        values (gen_random_uuid(), %d, 1, timestamptz '%s' + interval '%d days', '%s', 'file %d', gen_random_uuid())
                        """.formatted(
                        person, ENDED, random.nextInt(260) - 120, random.nextInt(5) == 0 ? "stopped" : "left", i));
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                facts.run("""
                        insert into reason_stated (visitor_key, about, at, reason, set_by, set_at, current)
                        values ('u:c%d', 'left', timestamptz '%s' + interval '%d days', 'person %d', 'anna', now(), %s)
                        on conflict do nothing
                        """.formatted(person, ENDED, random.nextInt(260) - 120, i, random.nextInt(4) > 0));
            }
        }
        try (Connection connection = facts.connection()) {
            var handle = JdbiSetup.on(connection);
            SaidReasons reasons = SaidReasons.ofLeaving(handle);
            long ended = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(ENDED));
            int said = 0;
            for (int person = 1; person <= 60; person++) {
                String shown = handle.select(
                                "select coalesce(" + SaidReasons.sql("?::int", "timestamptz '" + ENDED + "'") + ", '')",
                                person)
                        .mapTo(String.class)
                        .one();
                assertThat(reasons.nearest(person, ended)).as("of %d", person).isEqualTo(shown);
                said += shown.startsWith("person") ? 1 : 0;
            }
            assertThat(said).as("so that the test can fail").isBetween(10, 59);
        }
    }
}
