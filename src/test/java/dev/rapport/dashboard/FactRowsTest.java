package dev.rapport.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Metric;
import dev.rapport.query.Rooms;
import dev.rapport.query.RowColumn;
import dev.rapport.query.RowQuery;
import dev.rapport.query.RowSource;
import dev.rapport.query.RowSources;
import dev.rapport.segment.SegmentRefresh;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import dev.rapport.testsupport.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ada is on plan pro since 10 October, Bob is free, of visitor 3 nothing is known. */
class FactRowsTest {
    private static final String OCTOBER = "from=2026-10-01&to=2026-10-31";

    private static final RowSources ROWS = new RowSources(Rooms.all(RowSource.class, null));

    private static Connection connection;

    @BeforeAll
    static void fill() throws SQLException {
        connection = FreshDatabase.create().getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into person (id, external_id) overriding system value values (1, 'ada'), (2, 'bob'), (3, null);
                    insert into visitor (id, key, person_id) overriding system value
                    values (11, 'u:ada', 1), (12, 'u:bob', 2), (13, 'a:3', 3);
                    insert into person_trait (visitor_id, trait, value, since)
                    values (11, 'plan', 'Free', '-infinity'), (11, 'plan', 'Pro', '2026-10-10T00:00Z'),
                           (12, 'plan', 'Free', '-infinity');
                    insert into page (id, path) overriding system value values (1, '/'), (2, '/pricing/big');
                    insert into event_name (id, name) overriding system value values (1, 'page_view'), (2, 'purchase');

                    insert into session (visitor_id, started_at, ended_at, person_id, day, channel_id, page_views, events,
                                         entry_page_id, exit_page_id)
                    select visitor, s::timestamptz, e::timestamptz, visitor - 10, d::date, c.id, views, events, 1, 1
                    from (values (11, '2026-10-05T10:00+02', '2026-10-05T10:10:00.5+02', '2026-10-05', 'email', 3, 4),
                                 (11, '2026-10-20T10:00+02', '2026-10-20T10:00+02', '2026-10-20', 'direct', 1, 1),
                                 (12, '2026-10-31T23:30+01', '2026-10-31T23:50+01', '2026-10-31', 'email', 2, 2),
                                 (12, '2026-11-01T00:30+01', '2026-11-01T00:50+01', '2026-11-01', 'email', 2, 2),
                                 (13, '2026-10-07T10:00+02', '2026-10-07T10:00+02', '2026-10-07', 'direct', 0, 1))
                        as s(visitor, s, e, d, channel, views, events)
                    join channel c on c.key = channel;
                    insert into person_first (kind, person_id, at, day, channel_id)
                    values (1, 1, '2026-10-05T10:00+02', '2026-10-05', 1), (1, 2, '2026-08-01T10:00+02', '2026-08-01', 1);
                    insert into event (visitor_id, message_id, at, kind, name_id, page_id, visible_ms, scroll_percent)
                    values (11, gen_random_uuid(), '2026-10-05T10:05+02', 3, 2, null, null, null),
                           (12, gen_random_uuid(), '2026-10-31T23:40+01', 1, 1, 2, 12500, 80);

                    insert into survey (id, key, name, kind, scale_min, scale_max) overriding system value
                    values (1, 'year', 'Yearly', 'nps', 0, 10), (2, 'after-ticket', 'After', 'csat', 1, 5);
                    insert into response (key, survey_id, visitor_id, channel_id, at, score, comment, content, current)
                    select r.key, survey, visitor, c.id, at::timestamptz, score, comment, gen_random_uuid(), now
                    from (values ('r1', 1, 11, 'email', '2026-10-05T10:00Z', 10, '=danger()', true),
                                 ('r2', 1, 12, 'email', '2026-10-06T10:00Z', 7, null, true),
                                 ('r3', 1, null, 'email', '2026-10-07T10:00Z', 0, 'bad', true),
                                 ('r3', 1, null, 'email', '2026-10-07T10:00Z', 9, 'old', false),
                                 ('r4', 1, 11, 'email', '2026-10-08T10:00Z', 11, 'off the scale', true),
                                 ('r5', 1, 11, 'email', '2026-10-08T10:00Z', null, 'no answer', true),
                                 ('r6', 2, 11, 'chat', '2026-10-08T10:00Z', 4, null, true),
                                 ('r7', 2, 12, 'chat', '2026-10-08T11:00Z', 3, null, true),
                                 ('r8', 2, 12, 'chat', '2026-10-08T12:00Z', null, null, true))
                        as r(key, survey, visitor, channel, at, score, comment, now)
                    join channel c on c.key = channel;
                    insert into invitation (key, survey_id, visitor_id, channel_id, at, content)
                    select 'i' || n, 2, 11, c.id, '2026-10-07T10:00Z', gen_random_uuid()
                    from generate_series(1, 3) n join channel c on c.key = 'chat';

                    insert into ticket (key, visitor_id, channel_id, created_at, resolved_at, reopened, content)
                    select t.key, visitor, c.id, created::timestamptz, resolved::timestamptz, reopened, gen_random_uuid()
                    from (values ('t1', 11, '2026-10-01T00:10+02', '2026-10-02T10:00+02', 0),
                                 ('t2', 12, '2026-10-31T10:00+01', '2026-11-02T10:00+01', 2),
                                 ('t3', null, '2026-09-30T23:50+02', '2026-10-01T10:00+02', 0))
                        as t(key, visitor, created, resolved, reopened)
                    join channel c on c.key = 'chat';

                    insert into purchase (order_key, visitor_id, person_id, channel_id, at, last_at, day, amount)
                    select o.key, person + 10, person, c.id, at::timestamptz, at::timestamptz, at::date, amount
                    from (values ('o1', 1, '2026-10-09T10:00Z', 12.5), ('o2', 1, '2026-10-11T10:00Z', -2.25),
                                 ('o3', 2, '2026-10-11T11:00Z', 100)) as o(key, person, at, amount)
                    join channel c on c.key = 'direct';
                    insert into subscription (key, visitor_id, channel_id, plan, amount, started_at, ended_at, content)
                    select s.key, visitor, c.id, 'pro', 49, started::timestamptz, ended::timestamptz, gen_random_uuid()
                    from (values ('s1', 11, '2026-01-01T00:00Z', '2026-10-20T00:00Z'),
                                 ('s2', 12, '2026-10-05T00:00Z', null), ('s3', 12, '2026-01-01T00:00Z', '2026-09-01T00:00Z'))
                        as s(key, visitor, started, ended)
                    join channel c on c.key = 'direct';
                    update subscription set reason = 'Price' where key = 's1';
                    insert into reason_given (key, visitor_id, channel_id, given_at, about, reason, content)
                    values ('e1', 11, 1, '2026-10-19T00:00Z', 'left', 'said a day before', gen_random_uuid()),
                           ('e2', 12, 1, '2026-10-19T00:00Z', 'left', 'did not leave', gen_random_uuid());
                    """);
        }
        JdbiSetup.on(connection).useTransaction(SegmentRefresh::refreshAll);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void sessionsOfTheReportingMonth() throws SQLException {
        assertThat(read("sessions", OCTOBER, RowColumn.PERSON, RowColumn.CHANNEL, RowColumn.SECONDS, RowColumn.AT))
                .containsExactly(
                        "bob|E-mail|1200|2026-10-31T23:30:00+01:00",
                        "ada|Direct|0|2026-10-20T10:00:00+02:00",
                        "visitor 3|Direct|0|2026-10-07T10:00:00+02:00",
                        "ada|E-mail|600.5|2026-10-05T10:00:00+02:00");
        assertThat(read("bounce_rate", OCTOBER, RowColumn.PERSON, RowColumn.BOUNCED))
                .containsExactly("bob|false", "ada|true", "ada|false");
    }

    @Test
    void pageViewsBelongToTheirSession() throws SQLException {
        assertThat(read("time_on_page", OCTOBER, RowColumn.PERSON, RowColumn.PAGE, RowColumn.SECONDS, RowColumn.SCROLL))
                .containsExactly("bob|/pricing/big|12.5|80");
        assertThat(read("exit_rate", OCTOBER, RowColumn.PERSON, RowColumn.PAGE, RowColumn.EXITED))
                .containsExactly("bob|/pricing/big|false");
        assertThat(read("exit_rate", OCTOBER + "&channel=direct", RowColumn.PERSON))
                .isEmpty();
    }

    @Test
    void countsUnderTheSegmentHeldThatDay() throws SQLException {
        assertThat(read("sessions", OCTOBER + "&segment=plan:free", RowColumn.PERSON))
                .containsExactly("bob", "ada");
        assertThat(read("sessions", OCTOBER + "&segment=plan:pro", RowColumn.PERSON))
                .containsExactly("ada");
        assertThat(read("sessions", OCTOBER + "&segment=plan:none", RowColumn.PERSON))
                .containsExactly("visitor 3");
        assertThat(read("sessions", OCTOBER + "&segment=plan:none&segment=plan:pro", RowColumn.PERSON))
                .containsExactly("ada", "visitor 3");
        assertThat(read("sessions", OCTOBER + "&segment=plan:free&segment=region:none&channel=email", RowColumn.PERSON))
                .containsExactly("bob", "ada");
        assertThat(read("sessions", OCTOBER + "&segment=region:north", RowColumn.PERSON))
                .isEmpty();
    }

    @Test
    void peopleOnceEach() throws SQLException {
        assertThat(read("unique_visitors", OCTOBER, RowColumn.PERSON, RowColumn.SESSIONS, RowColumn.IS_NEW))
                .containsExactly("bob|1|false", "visitor 3|1|false", "ada|2|true");
        assertThat(read("unique_visitors", OCTOBER + "&segment=plan:pro", RowColumn.PERSON, RowColumn.SESSIONS))
                .containsExactly("ada|1");
    }

    @Test
    void peopleOfTrailingDays() throws SQLException {
        assertThat(read("dau", "from=2026-10-07&to=2026-10-20", RowColumn.DAY, RowColumn.PERSON))
                .containsExactly("2026-10-20|ada", "2026-10-07|visitor 3");
        assertThat(read("wau", "from=2026-10-07&to=2026-10-20", RowColumn.DAY, RowColumn.PERSON, RowColumn.SESSIONS))
                .containsExactly("2026-10-20|ada|1", "2026-10-07|visitor 3|1", "2026-10-05|ada|1");
    }

    @Test
    void conversionsByTheGoal() throws SQLException {
        assertThat(read("conversion_rate", OCTOBER, RowColumn.PERSON, RowColumn.CONVERTED))
                .containsExactly("ada|true", "bob|false", "visitor 3|false");
        assertThat(read("conversion_rate", OCTOBER + "&unit=sessions", RowColumn.PERSON, RowColumn.CONVERTED))
                .containsExactly("bob|false", "ada|false", "visitor 3|false", "ada|true");
        assertThat(read("conversion_rate", OCTOBER + "&goal=pricing", RowColumn.PERSON, RowColumn.CONVERTED))
                .containsExactly("bob|true", "visitor 3|false", "ada|false");
    }

    @Test
    void answersThatCountWithWhatTheyCountAs() throws SQLException {
        assertThat(read("nps", OCTOBER, RowColumn.PERSON, RowColumn.SCORE, RowColumn.SCORE_CLASS, RowColumn.COMMENT))
                .containsExactly("|0|detractor|bad", "bob|7|passive|", "ada|10|promoter|'=danger()");
        assertThat(read("csat", OCTOBER, RowColumn.SCORE, RowColumn.SCORE_CLASS))
                .containsExactly("3|bad", "4|good");
        assertThat(read("nps", OCTOBER + "&segment=plan:none", RowColumn.SCORE)).containsExactly("0");
        assertThat(read("nps", OCTOBER + "&survey=after-ticket", RowColumn.SCORE))
                .isEmpty();
        assertThat(read("ces", OCTOBER, RowColumn.SCORE)).isEmpty();
    }

    @Test
    void bothSidesOfTheResponseRate() throws SQLException {
        assertThat(read("response_rate", OCTOBER, RowColumn.KIND))
                .containsExactly("answer", "answer", "answer", "invitation", "invitation", "invitation");
    }

    @Test
    void ticketsByTheMomentThatCounts() throws SQLException {
        assertThat(read("ticket_volume", OCTOBER, RowColumn.KEY, RowColumn.PERSON))
                .containsExactly("t2|bob", "t1|ada");
        assertThat(read("resolved_tickets", OCTOBER, RowColumn.KEY)).containsExactly("t1", "t3");
        assertThat(read("reopened", OCTOBER, RowColumn.KEY, RowColumn.REOPENED)).containsExactly("t2|2");
        assertThat(read("first_response_time", OCTOBER, RowColumn.KEY)).containsExactly("t2", "t1");
        assertThat(read("resolution_rate", OCTOBER, RowColumn.KEY)).containsExactly("t2", "t1");
    }

    @Test
    void theTicketsThatAreOpenAtTheEnd() throws SQLException {
        assertThat(read("backlog", "from=2026-09-01&to=2026-09-30", RowColumn.KEY))
                .containsExactly("t3");
        assertThat(read("backlog", "from=2026-10-01&to=2026-10-01&segment=plan:free", RowColumn.KEY))
                .containsExactly("t1");
        assertThat(read("backlog", OCTOBER, RowColumn.KEY)).containsExactly("t2");
        assertThat(read("backlog", OCTOBER + "&channel=email", RowColumn.KEY)).isEmpty();
    }

    @Test
    void ordersAndCustomers() throws SQLException {
        assertThat(read("revenue", OCTOBER + "&segment=plan:free", RowColumn.KEY, RowColumn.AMOUNT))
                .containsExactly("o3|100", "o1|12.5");
        assertThat(read("aov", OCTOBER + "&segment=plan:pro", RowColumn.KEY, RowColumn.AMOUNT))
                .containsExactly("o2|-2.25");
        assertThat(read(
                        "churn_rate",
                        OCTOBER,
                        RowColumn.PERSON,
                        RowColumn.AT_START,
                        RowColumn.AT_END,
                        RowColumn.IS_NEW))
                .as("Bob paid before, stopped, and came back")
                .containsExactly("bob|false|true|false", "ada|true|false|false");
        assertThat(read(
                        "churn_rate",
                        OCTOBER,
                        RowColumn.PERSON,
                        RowColumn.REASON,
                        RowColumn.TICKETS_BEFORE,
                        RowColumn.ANSWER_BEFORE))
                .as("why Ada left, and what came before")
                .hasSize(2)
                .contains("ada|Price|1|csat 4")
                .noneMatch(row -> row.contains("did not leave"));
        assertThat(read("churn_rate", OCTOBER + "&reason=Price", RowColumn.PERSON, RowColumn.REASON))
                .containsExactly("ada|Price");
        assertThat(read("churn_rate", OCTOBER + "&reason=said a day before", RowColumn.PERSON))
                .as("farther from the end")
                .isEmpty();
        assertThat(read("churn_rate", OCTOBER + "&relation-age=180-days", RowColumn.PERSON))
                .as("customer since January")
                .containsExactly("ada");
        assertThat(read("churn_rate", OCTOBER + "&relation-age=under-90-days", RowColumn.PERSON))
                .as("no customer when the month began")
                .containsExactly("bob");
        assertThat(read("churn_rate", OCTOBER + "&relation-age=1-year", RowColumn.PERSON))
                .isEmpty();
        assertThat(read("churn_rate", OCTOBER + "&relation-age=180-days&reason=Price", RowColumn.PERSON))
                .containsExactly("ada");
        assertThat(read("paying_customers", OCTOBER + "&reason=Price", RowColumn.PERSON))
                .as("no part of that metric")
                .hasSize(2);
        assertThat(read("mrr", OCTOBER + "&segment=plan:pro", RowColumn.PERSON)).isEmpty();
        assertThat(read("mrr", OCTOBER, RowColumn.PERSON, RowColumn.PAID_AT_START, RowColumn.PAID_AT_END))
                .containsExactly("bob|0|49", "ada|49|0");
    }

    @Test
    void everyMetricWithRowsCountsAsManyAsItReads() throws SQLException {
        for (String metric : List.of(
                "sessions",
                "unique_visitors",
                "wau",
                "mau",
                "conversion_rate",
                "nps",
                "response_rate",
                "ticket_volume",
                "orders",
                "mrr")) {
            RowReader reader = reader(metric, OCTOBER);
            assertThat(reader.count()).as(metric).isEqualTo(reader.read(1000).size());
        }
        assertThat(FactRows.query(JdbiSetup.on(connection), ROWS, "no_such", Asked.slice(OCTOBER)))
                .isEmpty();
    }

    @Test
    void everyMetricNamesRowsThatARoomHas() throws SQLException {
        for (Metric metric : Catalogue.all()) {
            List<Slice> asked = new ArrayList<>(List.of(Asked.slice(OCTOBER)));
            for (SliceOption option : SliceOption.values()) {
                asked.add(Asked.slice(OCTOBER).withOption(option, Optional.of("any")));
            }
            for (Slice slice : asked) {
                assertThat(ROWS.query(JdbiSetup.on(connection), metric.rows(slice), slice))
                        .as(metric.key() + " " + slice.options())
                        .satisfies(rows -> assertThat(
                                        rows.isPresent() || metric.key().equals("conversion_rate"))
                                .as("only without a goal there is nobody who could reach it")
                                .isTrue());
            }
        }
    }

    private static RowReader reader(String metric, String query) throws SQLException {
        var slice = Asked.slice(query);
        return new RowReader(
                JdbiSetup.on(connection),
                FactRows.query(JdbiSetup.on(connection), ROWS, metric, slice).orElseThrow(),
                slice.zone());
    }

    /** As taken away: by COPY, as CSV. */
    private static List<String> read(String metric, String query, RowColumn... columns) throws SQLException {
        var slice = Asked.slice(query);
        RowQuery rows =
                FactRows.query(JdbiSetup.on(connection), ROWS, metric, slice).orElseThrow();
        return RowCopyTest.csv(connection, rows, slice.zone()).stream()
                .skip(1)
                .map(record -> Stream.of(columns)
                        .map(column -> record.getField(rows.columns().indexOf(column)))
                        .collect(Collectors.joining("|")))
                .toList();
    }
}
