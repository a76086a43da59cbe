package dev.rapport.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testsupport.FreshDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoDataJobTest {
    private static final Scenario SCRIPT =
            new Scenario(7, ZoneId.of("Europe/Berlin"), Instant.parse("2026-09-16T13:20:00Z"), 4_000);
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

    private static DataSource database;

    @BeforeAll
    static void make() throws SQLException {
        database = FreshDatabase.create();
        assertThat(new DemoDataJob(database).runOnFreshDatabase(SCRIPT, percent -> {}))
                .isPresent();
    }

    @Test
    void sameSeedAndMomentMakeTheSameData() throws SQLException {
        DataSource again = FreshDatabase.create();
        number(again, "select count(*) from (select nextval(pg_get_serial_sequence('person', 'id'))) as used");
        number(again, "select count(*) from (select nextval(pg_get_serial_sequence('visitor', 'id'))) as used");
        new DemoDataJob(again).runOnFreshDatabase(SCRIPT, percent -> {});
        assertThat(fingerprint(again)).isEqualTo(fingerprint(database));
    }

    /** Without the numbers that the database hands out. */
    private static List<String> fingerprint(DataSource database) throws SQLException {
        return List.of(
                text(
                        database,
                        "select md5(string_agg(concat_ws('|', key, message_id, at, kind, scroll_percent, visible_ms), ',' order by message_id)) from event join visitor on visitor.id = visitor_id"),
                text(
                        database,
                        "select md5(string_agg(concat_ws('|', key, at, score, comment, content), ',' order by key)) from response"),
                text(
                        database,
                        "select md5(string_agg(concat_ws('|', key, created_at, resolved_at, subject, content), ',' order by key)) from ticket"),
                text(
                        database,
                        "select md5(string_agg(concat_ws('|', key, at, product, amount, content), ',' order by key)) from order_line"),
                text(
                        database,
                        "select md5(string_agg(concat_ws('|', key, started_at, ended_at, amount, content), ',' order by key)) from subscription"),
                text(
                        database,
                        "select md5(string_agg(concat_ws('|', key, clicks, spend, content), ',' order by key)) from campaign_day"),
                text(
                        database,
                        "select md5(string_agg(concat_ws('|', key, text, content), ',' order by key)) from mention"));
    }

    @Test
    void allFactsAreThere() throws SQLException {
        for (String table : FACTS) {
            assertThat(number(database, "select count(*) from " + table))
                    .as(table)
                    .isPositive();
        }
        assertThat(number(database, "select count(*) from person where external_id is not null"))
                .isEqualTo(4_000);
    }

    @Test
    void visitsComeByTheChannelThatTheirOrdersName() throws SQLException {
        for (VisitOrigin source : VisitOrigin.values()) {
            assertThat(text(
                            database,
                            "select channel.key from traffic_source as source join channel on channel.id = channel_id"
                                    + " where utm_source = '" + source.utmSource + "' and utm_campaign = '"
                                    + source.campaign
                                    + "' and referrer_host = '" + source.referrer
                                    + "' and (given_channel_id is not null) = "
                                    + (source == VisitOrigin.APP)))
                    .as(source.name())
                    .isEqualTo(source.channel);
        }
    }

    @Test
    void customersAreInSegmentsWithDates() throws SQLException {
        String members =
                "select count(distinct person_id) from membership join segment_group as g on g.id = group_id where g.key = ";
        assertThat(number(database, members + "'region'")).isEqualTo(4_000);
        assertThat(number(database, members + "'generation'")).isEqualTo(4_000);
        assertThat(number(database, members + "'plan'")).isEqualTo(4_000);
        assertThat(
                        number(
                                database,
                                "select count(*) from membership join segment_group as g on g.id = group_id where g.key = 'plan' and to_day < 'infinity'"))
                .isPositive();
    }

    @Test
    void nothingHappensAfterNow() throws SQLException {
        for (FactMoments days : FactMoments.values()) {
            assertThat(number(
                            database,
                            "select count(*) from (" + days.moments(1)
                                    + ") as moment(at) where at > '2026-09-16T13:20:00Z'"))
                    .as(days.family)
                    .isZero();
        }
        assertThat(number(database, "select count(*) from event where at > '2026-09-16T10:00:00Z'"))
                .isPositive();
    }

    @Test
    void theGiveawayBringsManyVisitorsAndFewBuyers() throws SQLException {
        String share = """
                select round(1000.0 * count(*) filter (where exists (
                    select from event as bought join event_name as name on name.id = name_id
                    where bought.visitor_id = arrival.visitor_id and name.name = 'purchase'
                      and bought.at between arrival.at and arrival.at + interval '1 hour')) / count(*))
                from event as arrival join traffic_source as source on source.id = source_id
                where utm_campaign %s 'big-giveaway' and at >= date '2026-05-29' and at < date '2026-06-12'
                """;
        assertThat(
                        number(
                                database,
                                "select count(*) from event join traffic_source as source on source.id = source_id where utm_campaign = 'big-giveaway'"))
                .isEqualTo(1_600);
        assertThat(number(database, share.formatted("="))).isLessThan(8);
        assertThat(number(database, share.formatted("<>"))).isGreaterThan(20);
    }

    @Test
    void theReleaseDoublesTicketsOnChatAndUpsetsPeople() throws SQLException {
        String perWeek =
                "select count(*) / 3 from ticket join channel on channel.id = channel_id where channel.key = 'chat' and created_at between ";
        long before = number(database, perWeek + "date '2026-07-10' and date '2026-07-31'");
        long after = number(database, perWeek + "date '2026-07-31' and date '2026-08-21'");
        assertThat((double) after / before).isBetween(1.5, 2.6);
        String satisfied = """
                select round(100.0 * count(*) filter (where score >= 4) / count(score))
                from response join survey on survey.id = survey_id join channel on channel.id = channel_id
                where survey.kind = 'csat' and channel.key = 'chat' and at between %s
                """;
        assertThat(number(database, satisfied.formatted("date '2026-02-01' and date '2026-07-30'")))
                .isGreaterThan(78);
        assertThat(number(database, satisfied.formatted("date '2026-07-31' and date '2026-08-21'")))
                .isLessThan(65);
    }

    @Test
    void theStarterPlanLosesCustomersSinceItsPriceWentUp() throws SQLException {
        String lost = """
                select round(100.0 * count(*) filter (where ended_at < date '%2$s') / count(*))
                from subscription
                where plan = '%3$s' and started_at < date '%1$s' and (ended_at is null or ended_at >= date '%1$s')
                """;
        long before = number(database, lost.formatted("2025-12-01", "2026-03-01", "starter"));
        long since = number(database, lost.formatted("2026-05-01", "2026-08-01", "starter"));
        assertThat(since).isGreaterThan(2 * before);
        assertThat(since).isGreaterThan(3 * number(database, lost.formatted("2026-05-01", "2026-08-01", "pro")));
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
