package dev.rapport.ingest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.db.JdbiSetup;
import dev.rapport.demo.data.DemoDataJob;
import dev.rapport.testsupport.FreshDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class DemoImportTest {
    private static final Instant NOW = Instant.parse("2026-09-16T13:20:00Z");
    private static final int CUSTOMERS = 300;
    private static final List<String> FACTS = List.of(
            "event",
            "invitation",
            "response",
            "ticket_record",
            "order_line",
            "subscription",
            "campaign_day",
            "post",
            "mention");

    @Test
    void removalLeavesWhatIsNotItsOwnAndNothingElse() throws SQLException {
        DataSource mine = FreshDatabase.create();
        String settings = settings(mine);
        DemoDataJob job = new DemoDataJob(mine);
        assertThat(job.runOnFreshDatabase(NOW, CUSTOMERS, percent -> {})).isPresent();
        assertThat(settings(mine)).isNotEqualTo(settings);
        execute(mine, """
                with mine as (insert into person (external_id) values ('real-1') returning id)
                insert into visitor (key, person_id) select 'u:real-1', id from mine
                """);
        execute(mine, """
                insert into ticket (key, visitor_id, channel_id, created_at, content)
                select 'real', id, 1, now(), gen_random_uuid() from visitor where key = 'u:real-1'
                """);
        execute(mine, "delete from dirty_day");
        DemoImport demo = new DemoImport(JdbiSetup.of(mine));
        assertThat(demo.isPresent()).isTrue();
        assertThat(demo.remove("admin")).isTrue();
        for (String table : FACTS) {
            assertThat(number(mine, "select count(*) from " + table))
                    .as(table)
                    .isEqualTo(table.equals("ticket_record") ? 1 : 0);
        }
        for (String table : List.of("person", "visitor")) {
            assertThat(number(mine, "select count(*) from " + table)).as(table).isOne();
        }
        assertThat(number(mine, "select count(*) from person_trait")).isZero();
        assertThat(number(mine, "select count(*) from membership")).isZero();
        assertThat(number(mine, "select count(*) from survey")).isZero();
        assertThat(text(mine, "select string_agg(distinct family, ' ' order by family) from dirty_day"))
                .isEqualTo("behaviour campaign revenue social support voice");
        assertThat(number(mine, "select count(*) from dirty_day where family = 'behaviour'"))
                .isGreaterThan(400);
        assertThat(settings(mine)).as("targets, notes, features, steps").isEqualTo(settings);
        assertThat(demo.isPresent()).isFalse();
        assertThat(demo.remove("admin")).isFalse();
        assertThat(job.runOnFreshDatabase(NOW, CUSTOMERS, percent -> {}))
                .as("does not come back")
                .isEmpty();
    }

    /** What is beside the facts. */
    private static String settings(DataSource database) throws SQLException {
        return text(database, """
                select concat_ws(' ', (select count(*) from target), (select count(*) from annotation),
                       (select string_agg(key, ',' order by key) from feature),
                       (select string_agg(kind || ':' || pattern, ',' order by kind, pattern) from journey_step))
                """);
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(DataSource database, String sql) throws SQLException {
        return Long.parseLong(text(database, sql));
    }

    private static String text(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
