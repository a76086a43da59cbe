package dev.rapport.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channel.Arrival;
import dev.rapport.channel.TrafficSources;
import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Change;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What analytics products are known to get wrong, one test each, on facts that a person can count on fingers. */
class MistakesOthersMakeTest {
    private final Facts facts = new Facts().people(6);

    @Test
    void dismissedAndDoNotKnowAreNotAmongTheAnswers() throws SQLException {
        facts.run("insert into survey (key, name, kind, scale_min, scale_max) values ('n', 'N', 'nps', 0, 10)");
        // Promoter, promoter, passive, detractor; dismissed; "don't know" as 11, as surveys code it.
        for (String score : List.of("10", "9", "7", "0", "null", "11")) {
            answer("n", "email", score, 1);
        }
        assertThat(value("nps", "")).contains("25");
        assertThat(answerTo("nps", "").figure().n()).isEqualTo(4);
    }

    @Test
    void filtersHoldForInvitationsAsForAnswers() throws SQLException {
        facts.run("insert into survey (key, name, kind, scale_min, scale_max) values ('c', 'C', 'csat', 1, 5)");
        facts.plan(1, "pro", "2026-01-01", "infinity").plan(2, "free", "2026-01-01", "infinity");
        for (int i = 0; i < 4; i++) {
            invite("c", "email", 1);
            invite("c", "chat", 2);
        }
        answer("c", "email", "5", 1);
        answer("c", "chat", "5", 2);
        answer("c", "chat", "1", 2);
        assertThat(value("response_rate", "")).contains("37.5");
        assertThat(value("response_rate", "&channel=email")).contains("25");
        assertThat(value("response_rate", "&segment=plan:free")).contains("50");

        answer("c", "email", "null", 1);
        assertThat(value("response_rate", ""))
                .as("who left out the score answered all the same")
                .contains("50");
    }

    @Test
    void whoStillWaitsForAReplyCounts() throws SQLException {
        ticket("2026-07-01 10:00", "2026-07-01 11:00", "chat");
        ticket("2026-07-01 10:00", null, "chat");
        ticket("2026-07-01 10:00", null, "chat");
        assertThat(value("first_response_time", ""))
                .as("most wait still, so the middle one has not been answered")
                .isEmpty();
        assertThat(value("first_response_time", "&stat=mean"))
                .as("the naive mean of the answered ones")
                .contains("3600");
    }

    @Test
    void cohortIsOfTheFirstVisitEverNotOfTheFirstInTheRange() throws SQLException {
        visit(1, "2026-02-03 10:00");
        visit(1, "2026-07-01 10:00");
        visit(2, "2026-07-01 10:00");
        visit(2, "2026-07-08 10:00");
        String weeks = "from=2026-06-29&to=2026-07-19&grain=week";
        assertThat(answer("retention_cohort", weeks, Grouping.TOTAL).total().figure())
                .as("only person 2 is new in July")
                .satisfies(figure -> {
                    assertThat(figure.n()).isEqualTo(1);
                    assertThat(figure.value().orElseThrow()).isEqualByComparingTo("100");
                });
    }

    @Test
    void aSourceAloneIsNotPaid() throws SQLException {
        assertThat(channelOf("https://shop.example/?utm_source=google")).isEqualTo("organic-search");
        assertThat(channelOf("https://shop.example/?utm_source=google&utm_medium=cpc"))
                .isEqualTo("paid-search");
        assertThat(channelOf("https://shop.example/?utm_source=scpcx&utm_medium=newsletter-cpcs"))
                .as("whole words only")
                .isNotEqualTo("paid-search");
    }

    @Test
    void rangeAcrossTheChangeOfClocksHasNoOneOffset() throws SQLException {
        // Half past midnight in Berlin, before the change (+1) and after it (+2).
        visit(1, "2026-03-28 23:30+00");
        visit(1, "2026-03-29 22:30+00");
        assertThat(answer("sessions", "from=2026-03-28&to=2026-03-30&grain=day", Grouping.TREND)
                        .rows())
                .extracting(row -> row.label() + " " + row.figure().value().orElseThrow())
                .containsExactly("2026-03-28 0", "2026-03-29 1", "2026-03-30 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Sao_Paulo", "Europe/Berlin"})
    void noMonthIsLostAtTheEndOfTheYear(String zone) {
        Slice year = Facts.slice("from=2025-12-01&to=2026-02-28&grain=month");
        assertThat(Bucket.of(year.period(), Grain.MONTH, ZoneId.of(zone), year.weekStart()))
                .extracting(Bucket::label)
                .containsExactly("2025-12-01", "2026-01-01", "2026-02-01");
    }

    @Test
    void lastMinutesOfTheYearAreInDecember() throws SQLException {
        visit(1, "2025-12-31 22:59:59+00");
        visit(1, "2025-12-31 23:30:00+00");
        facts.run("update event set at = at + interval '31 minutes' where at > '2025-12-31 23:00+00'");
        assertThat(answer("page_views", "from=2025-12-01&to=2026-01-31&grain=month", Grouping.TREND)
                        .rows())
                .extracting(row -> row.label() + " " + row.figure().value().orElseThrow())
                .containsExactly("2025-12-01 1", "2026-01-01 1");
    }

    @Test
    void visitsOfOneHitAreNotDroppedWithoutAWord() throws SQLException {
        visit(1, "2026-07-01 10:00");
        visit(2, "2026-07-01 10:00");
        visit(2, "2026-07-01 10:10");
        assertThat(value("session_duration", "")).as("0 and 10 minutes").contains("300");
        assertThat(value("session_duration", "&without-single=true")).contains("600");
        assertThat(value("session_duration_median", "")).contains("300");
    }

    @Test
    void peopleOfARangeAreNoSumOfDays() throws SQLException {
        for (String day : List.of("01", "02", "03")) {
            visit(1, "2026-07-" + day + " 10:00");
        }
        visit(2, "2026-07-02 10:00");
        assertThat(value("unique_visitors", "")).contains("2");
        assertThat(answer("unique_visitors", "from=2026-07-01&to=2026-07-03&grain=day", Grouping.TREND)
                        .rows())
                .extracting(row -> row.figure().value().orElseThrow().intValue())
                .containsExactly(1, 2, 1);
    }

    @Test
    void wholeIsNoAverageOfAverages() throws SQLException {
        order(1, "email", "10");
        order(2, "email", "10");
        order(3, "email", "10");
        order(4, "chat", "100");
        assertThat(value("aov", "&channel=email")).contains("10");
        assertThat(value("aov", "&channel=chat")).contains("100");
        assertThat(value("aov", ""))
                .as("130 of 4 orders, not the middle of 10 and 100")
                .contains("32.5");
    }

    @Test
    void growthFromNothingHasNoPerCent() throws SQLException {
        visit(1, "2026-07-01 10:00");
        Answer.Row row = answer("sessions", "from=2026-07-01&to=2026-07-31&compare=previous", Grouping.TOTAL)
                .total();
        Change change = row.change().orElseThrow();
        assertThat(change.absolute()).isEqualTo(1);
        assertThat(change.relative()).isEmpty();
    }

    @Test
    void medianOfTheWholeIsNotMadeOfMediansOrSums() throws SQLException {
        resolved("chat", 10);
        resolved("chat", 20);
        resolved("chat", 30);
        resolved("email", 1000);
        assertThat(value("resolution_time", "&channel=chat")).contains("1200");
        assertThat(value("resolution_time", ""))
                .as("between the second and the third of all four: 25 minutes")
                .contains("1500");
    }

    private void visit(int person, String at) {
        facts.run("""
                insert into event_name (name) values ('page') on conflict do nothing;
                insert into event (visitor_id, message_id, at, kind, name_id)
                select %d, gen_random_uuid(), '%s', 1, id from event_name where name = 'page'
                """.formatted(person, utc(at)));
    }

    private void answer(String survey, String channel, String score, int person) {
        facts.run("""
                insert into response (key, survey_id, visitor_id, channel_id, at, score, content)
                select gen_random_uuid()::text, survey.id, %d, channel.id, '2026-07-02 10:00+00', %s, gen_random_uuid()
                from survey, channel where survey.key = '%s' and channel.key = '%s'
                """.formatted(person, score, survey, channel));
    }

    private void invite(String survey, String channel, int person) {
        facts.run("""
                insert into invitation (key, survey_id, visitor_id, channel_id, at, content)
                select gen_random_uuid()::text, survey.id, %d, channel.id, '2026-07-02 10:00+00', gen_random_uuid()
                from survey, channel where survey.key = '%s' and channel.key = '%s'
                """.formatted(person, survey, channel));
    }

    private void ticket(String created, @Nullable String replied, String channel) {
        facts.run("""
                insert into ticket (key, visitor_id, channel_id, created_at, first_response_at, content)
                select gen_random_uuid()::text, 1, id, '%s', %s, gen_random_uuid() from channel where key = '%s'
                """.formatted(utc(created), replied == null ? "null" : "'" + utc(replied) + "'", channel));
    }

    private void resolved(String channel, int minutes) {
        facts.run("""
                insert into ticket (key, visitor_id, channel_id, created_at, resolved_at, content)
                select gen_random_uuid()::text, 1, id, at, at + make_interval(mins => %d), gen_random_uuid()
                from channel, (values ('2026-07-02 10:00+00'::timestamptz)) as moment(at) where key = '%s'
                """.formatted(minutes, channel));
    }

    private void order(int person, String channel, String amount) {
        facts.run("""
                insert into order_line (key, order_key, visitor_id, channel_id, at, amount, content)
                select o.key, o.key, %d, channel.id, '2026-07-02 10:00+00', %s, gen_random_uuid()
                from channel, (values (gen_random_uuid()::text)) as o(key) where channel.key = '%s'
                """.formatted(person, amount, channel));
    }

    private static String utc(String at) {
        return at.contains("+") ? at : at + "+00";
    }

    private String channelOf(String address) throws SQLException {
        try (Connection connection = facts.connection();
                var statement = connection.prepareStatement("""
                        select channel.key from traffic_source join channel on channel.id = traffic_source.channel_id
                        where traffic_source.id = ?
                        """)) {
            statement.setInt(1, new TrafficSources(JdbiSetup.on(connection)).id(Arrival.read(address, null)));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Of July 2026, without trailing zeros. */
    private Optional<String> value(String key, String more) throws SQLException {
        return answerTo(key, more)
                .figure()
                .value()
                .map(value -> value.setScale(6, RoundingMode.HALF_UP))
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString);
    }

    private Answer.Row answerTo(String key, String more) throws SQLException {
        return answer(key, "from=2026-07-01&to=2026-07-31" + more, Grouping.TOTAL)
                .total();
    }

    private Answer answer(String key, String query, Grouping grouping) throws SQLException {
        List<FactSource> factSources = Rooms.all(FactSource.class, facts.database());
        try (Connection connection = facts.connection()) {
            DirtyDays.mark(JdbiSetup.on(connection), "behaviour", "select at from event");
            DirtyDays.mark(
                    JdbiSetup.on(connection), "voice", "select at from response union all select at from invitation");
            DirtyDays.mark(
                    JdbiSetup.on(connection),
                    "support",
                    "select created_at from ticket union all select resolved_at from ticket");
            DirtyDays.mark(JdbiSetup.on(connection), "revenue", "select at from order_line");
        }
        new CubeBuilder(JdbiSetup.of(facts.database()), factSources).refreshAll();
        return new QueryEngine(
                        facts.database(),
                        factSources,
                        Rooms.all(FactReader.class, facts.database()),
                        Catalogue::find,
                        Clock.systemUTC(),
                        Duration.ofMinutes(1))
                .ask(key, Facts.slice(query), grouping);
    }
}
