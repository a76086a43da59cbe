package dev.rapport.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.behaviour.BehaviourFactSource;
import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.CountedShare;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Health;
import dev.rapport.metric.HealthPart;
import dev.rapport.metric.Metric;
import dev.rapport.revenue.RevenueFactSource;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three customers written down by hand, and sixty by dice that plain SQL scores as well; it is 15 June 2026. */
class HealthReaderTest {
    private static final Facts FACTS = new Facts();
    private static final Slice MAY = Facts.slice("from=2026-05-01&to=2026-05-31");
    private static final int DICED = 60;

    /** Every part once more, from the facts alone, as of the end of a day in Berlin. */
    private static final String PLAIN = """
            with moment as (select (?::date + 1)::timestamp at time zone 'Europe/Berlin' as t, ?::date as day),
            sub as (select subscription.*, visitor.person_id from subscription
                    join visitor on visitor.id = subscription.visitor_id where current),
            hit as (select visitor.person_id, (event.at at time zone 'Europe/Berlin')::date as day, kind, name_id
                    from event join visitor on visitor.id = event.visitor_id),
            customer as (
                select distinct sub.person_id from sub, moment
                where started_at < t and (ended_at is null or ended_at >= t)),
            part as (
                select customer.person_id,
                    (select round(100.0 * (90 - least(90, moment.day - coalesce(max(hit.day), moment.day - 90))) / 90) from hit
                     where hit.person_id = customer.person_id and hit.day <= moment.day) as recency,
                    (select least(100, round(100.0 * count(distinct hit.day) / 12)) from hit
                     where hit.person_id = customer.person_id and hit.day between moment.day - 29 and moment.day) as frequency,
                    (select least(100, 20 * count(distinct name_id)) from hit
                     where hit.person_id = customer.person_id and kind = 3
                       and hit.day between moment.day - 29 and moment.day) as breadth,
                    (select round(100.0 * case when lower_is_better then scale_max - score else score - scale_min end
                                  / (scale_max - scale_min))
                     from response join survey on survey.id = survey_id join visitor on visitor.id = visitor_id
                     where response.current and person_id = customer.person_id and score between scale_min and scale_max
                       and at >= t - interval '365 days' and at < t
                     order by at desc limit 1) as survey,
                    (select greatest(0, 100 - 50 * count(*)) from ticket join visitor on visitor.id = visitor_id
                     where ticket.current and person_id = customer.person_id and ticket.created_at < t
                       and (resolved_at is null or resolved_at >= t)) as tickets,
                    case when (select coalesce(sum(amount), 0) from sub where sub.person_id = customer.person_id
                               and started_at < t and (ended_at is null or ended_at >= t))
                         >= (select coalesce(sum(amount), 0) from sub where sub.person_id = customer.person_id
                             and started_at < t - interval '90 days'
                             and (ended_at is null or ended_at >= t - interval '90 days')) then 100 else 50 end as payment
                from customer, moment)
            select person_id,
                   round(10.0 * (25 * recency + 20 * frequency + 15 * breadth + coalesce(15 * survey, 0) + 10 * tickets
                                 + 15 * payment) / (85 + case when survey is null then 0 else 15 end)) as tenths
            from part order by person_id
            """;

    private final HealthScoring book = new HealthScoring();
    private final HealthReader reader =
            new HealthReader(book, Clock.fixed(Instant.parse("2026-06-15T10:00:00Z"), Facts.BERLIN));

    @BeforeAll
    static void write() {
        FACTS.people(4 + DICED)
                .plan(1, "pro", "-infinity", "infinity")
                .plan(2, "free", "-infinity", "2026-05-31")
                .plan(2, "pro", "2026-05-31", "infinity")
                .run("insert into event_name (name) select 'f' || n from generate_series(1, 7) n")
                .run("insert into survey (key, name, kind, scale_min, scale_max, lower_is_better)"
                        + " values ('nps', 'NPS', 'nps', 0, 10, false), ('ces', 'CES', 'ces', 1, 7, true)");
        subscription(1, "email", 49, "2026-01-01", null);
        hit(1, "2026-05-31 23:30", 1);
        hit(1, "2026-05-20 12:00", 2);
        hit(1, "2026-05-10 12:00", 3);
        hit(1, "2026-05-01 12:00", 4); // 31 days before the end of May: not among the last 30
        ticket(1, "2026-05-25", null);
        ticket(1, "2026-05-26", "2026-05-27");
        answer(1, "nps", 9, "2025-12-01");
        answer(1, "ces", 2, "2026-04-01"); // newer: 100 x (7 - 2) / 6 = 83
        answer(1, "nps", 0, "2026-06-02");
        subscription(2, "email", 49, "2025-01-01", "2026-05-01");
        subscription(2, "chat", 19, "2026-05-01", null);
        subscription(3, "chat", 19, "2025-01-01", "2026-05-15");
        hit(3, "2026-05-14 12:00", 1);
        Random dice = new Random(7);
        for (int person = 5; person <= 4 + DICED; person++) {
            life(dice, person);
        }
        CubeBuilder rollup = new CubeBuilder(
                JdbiSetup.of(FACTS.database()), List.of(new BehaviourFactSource(), new RevenueFactSource()));
        rollup.requestRebuild();
        rollup.refreshAll();
    }

    private static void life(Random dice, int person) {
        LocalDate start = LocalDate.parse("2025-06-01").plusDays(dice.nextInt(300));
        LocalDate change = start.plusDays(20 + dice.nextInt(200));
        subscription(person, "email", 10 + dice.nextInt(3), start.toString(), change.toString());
        if (dice.nextInt(4) > 0) {
            subscription(person, "chat", 10 + dice.nextInt(3), change.toString(), null);
        }
        for (int i = dice.nextInt(25); i > 0; i--) {
            hit(person, LocalDate.parse("2026-06-14").minusDays(dice.nextInt(140)) + " 12:00", 1 + dice.nextInt(7));
        }
        for (int i = dice.nextInt(3); i > 0; i--) {
            LocalDate opened = LocalDate.parse("2026-06-01").minusDays(dice.nextInt(200));
            ticket(
                    person,
                    opened.toString(),
                    dice.nextBoolean() ? null : opened.plusDays(30).toString());
        }
        for (int i = dice.nextInt(3); i > 0; i--) {
            String day =
                    LocalDate.parse("2026-06-10").minusDays(dice.nextInt(500)).toString();
            answer(person, "nps", dice.nextInt(11), day);
        }
    }

    private static void subscription(int person, String channel, int amount, String from, String to) {
        FACTS.run(
                """
                insert into subscription (key, visitor_id, channel_id, amount, started_at, ended_at, content)
                select gen_random_uuid(), %d, id, %d, '%s 00:00 Europe/Berlin', %s, gen_random_uuid() from channel where key = '%s'
                """.formatted(person, amount, from, to == null ? "null" : "'" + to + " 00:00 Europe/Berlin'", channel));
    }

    private static void hit(int person, String at, int feature) {
        FACTS.run("""
                insert into event (visitor_id, message_id, at, kind, name_id)
                select %d, gen_random_uuid(), '%s Europe/Berlin', 3, id from event_name where name = 'f%d'
                """.formatted(person, at, feature));
    }

    private static void ticket(int person, String from, String to) {
        FACTS.run("""
                insert into ticket (key, visitor_id, channel_id, created_at, resolved_at, content)
                select gen_random_uuid(), %d, min(id), '%s 12:00+02', %s, gen_random_uuid() from channel
                """.formatted(person, from, to == null ? "null" : "'" + to + " 12:00+02'"));
    }

    private static void answer(int person, String survey, int score, String day) {
        FACTS.run("""
                insert into response (key, survey_id, visitor_id, channel_id, at, score, content)
                select gen_random_uuid(), survey.id, %d, (select min(id) from channel), '%s 12:00+02', %d, gen_random_uuid()
                from survey where key = '%s'
                """.formatted(person, day, score, survey));
    }

    @Test
    void everyPartCanBeSeen() throws SQLException {
        HealthScores may = scores("2026-05-31");
        Health one = may.health(may.find(1).orElseThrow());

        assertThat(one.points())
                .isEqualTo(Map.of(
                        HealthPart.RECENCY, 100,
                        HealthPart.FREQUENCY, 25,
                        HealthPart.BREADTH, 60,
                        HealthPart.SURVEY, 83,
                        HealthPart.TICKETS, 50,
                        HealthPart.PAYMENT, 100));
        // (25 x 100 + 20 x 25 + 15 x 60 + 15 x 83 + 10 x 50 + 15 x 100) / 100 = 71.45, half up
        assertThat(one.tenths()).isEqualTo(715);
        Health two = may.health(may.find(2).orElseThrow());
        assertThat(two.points())
                .isEqualTo(Map.of(
                        HealthPart.RECENCY, 0,
                        HealthPart.FREQUENCY, 0,
                        HealthPart.BREADTH, 0,
                        HealthPart.TICKETS, 100,
                        HealthPart.PAYMENT, 50));
        // (10 x 100 + 15 x 50) / 85 = 20.588
        assertThat(two.tenths()).isEqualTo(206);
        assertThat(may.find(3)).as("left in May").isEmpty();
        assertThat(may.find(4)).as("never was a customer").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-31", "2026-03-29", "2026-02-15"})
    void plainSqlComesToTheSame(String day) throws SQLException {
        HealthScores scores = scores(day);
        Map<Integer, Integer> found = new HashMap<>();
        for (int i = 0; i < scores.count(); i++) {
            found.put(scores.person(i), scores.tenths(i));
        }

        assertThat(found).hasSizeGreaterThan(10).isEqualTo(plain(day));
    }

    @Test
    void theFigureIsTheMeanOverCustomersOfTheSlice() throws SQLException {
        Map<Integer, Integer> plain = plain("2026-05-31");
        Figure all = read("health_score", MAY, Grouping.TOTAL).get(DimensionKey.TOTAL);

        assertThat(all.n()).isEqualTo(plain.size());
        assertThat(all.numerator())
                .isEqualByComparingTo(BigDecimal.valueOf(
                        plain.values().stream().mapToLong(each -> each).sum(), 1));
        assertThat(all.interval()).isEmpty();
        Figure atRisk = read("health_share", MAY, Grouping.TOTAL).get(DimensionKey.TOTAL);
        assertThat(atRisk.numerator())
                .isEqualByComparingTo(BigDecimal.valueOf(
                        plain.values().stream().filter(each -> each < 400).count()));
    }

    @Test
    void segmentsAreThoseOfTheLastDayAndChannelsThoseOfTheCustomer() throws SQLException {
        Map<DimensionKey, Figure> plans = read("health_score", MAY, Grouping.segments("plan"));

        assertThat(plans.get(plan("pro")).numerator()).isEqualByComparingTo("92.1");
        assertThat(plans.get(plan("pro")).n()).isEqualTo(2);
        assertThat(plans).doesNotContainKey(plan("free"));
        // 2 has bought another plan by chat since, and is still the customer that e-mail won.
        Slice proByEmail = Facts.slice("from=2026-05-01&to=2026-05-31&segment=plan:pro&channel=email");
        assertThat(read("health_score", proByEmail, Grouping.TOTAL)
                        .get(DimensionKey.TOTAL)
                        .numerator())
                .isEqualByComparingTo("92.1");
        Slice proByChat = Facts.slice("from=2026-05-01&to=2026-05-31&segment=plan:pro&channel=chat");
        assertThat(read("health_score", proByChat, Grouping.TOTAL)
                        .get(DimensionKey.TOTAL)
                        .value())
                .isEmpty();
    }

    @Test
    void aTrendHasTheEndOfEachBucketAndNowForTheLast() throws SQLException {
        Slice spring = Facts.slice("from=2026-04-01&to=2026-07-31&grain=month");
        Map<DimensionKey, Figure> trend = read("health_score", spring, Grouping.TREND);

        assertThat(trend.keySet()).containsExactlyInAnyOrder(month(4), month(5), month(6));
        assertThat(trend.get(month(5)).numerator())
                .isEqualByComparingTo(read("health_score", MAY, Grouping.TOTAL)
                        .get(DimensionKey.TOTAL)
                        .numerator());
        assertThat(scores("2026-06-14").count())
                .isEqualTo((int) trend.get(month(6)).n());
    }

    @Test
    void weightsMayBeOfASegment() throws SQLException {
        FACTS.run(
                "insert into health_weights (segment_group, segment_value, recency, frequency, breadth, survey, tickets,"
                        + " payment) values ('plan', 'pro', 0, 0, 0, 0, 100, 0)");
        try {
            HealthScores may = scores("2026-05-31");
            assertThat(may.tenths(may.find(1).orElseThrow())).isEqualTo(500);
            assertThat(may.tenths(may.find(2).orElseThrow())).isEqualTo(1000);
        } finally {
            FACTS.run("delete from health_weights where segment_group is not null");
        }
    }

    /** The scores of 2 March and who is a customer at the end of May, both by plain SQL. */
    @Test
    void whoLeftIsHeldAgainstTheScoreOfAQuarterBefore() throws SQLException {
        HealthOutcomes outcomes = new HealthOutcomes(
                new ReadTransactions(FACTS.database(), Duration.ofMinutes(1)),
                book,
                Clock.fixed(Instant.parse("2026-06-15T10:00:00Z"), Facts.BERLIN));
        Map<Integer, Integer> then = plain("2026-03-02");
        Map<Integer, Integer> end = plain("2026-05-31");

        HealthOutcomes.Outcome found = outcomes.read(MAY);

        assertThat(found.then()).isEqualTo("2026-03-02");
        assertThat(found.end()).isEqualTo("2026-05-31");
        assertThat(found.bands())
                .containsExactly(share(then, end, 700, 1_001), share(then, end, 400, 700), share(then, end, 0, 400));
        assertThat(found.bands().stream().mapToLong(CountedShare::part).sum()).isPositive();
        assertThat(found.tens()).hasSize(10);
        assertThat(found.tens().get(3)).isEqualTo(share(then, end, 300, 400));
        assertThat(found.tens().get(9)).isEqualTo(share(then, end, 900, 1_001));
        assertThat(outcomes.read(Facts.slice("from=2026-05-01&to=2026-05-31&segment=plan:pro")).bands().stream()
                        .mapToLong(CountedShare::whole)
                        .sum())
                .as("1 alone: 2 was free then")
                .isEqualTo(1);
    }

    private static CountedShare share(Map<Integer, Integer> then, Map<Integer, Integer> end, int from, int below) {
        List<Integer> group = then.entrySet().stream()
                .filter(each -> each.getValue() >= from && each.getValue() < below)
                .map(Map.Entry::getKey)
                .toList();
        return new CountedShare(
                group.stream().filter(person -> !end.containsKey(person)).count(), group.size());
    }

    private HealthScores scores(String day) throws SQLException {
        LocalDate last = LocalDate.parse(day);
        ObservationTime end =
                ObservationTime.of(last.plusDays(1).atStartOfDay(Facts.BERLIN).toInstant(), last);
        try (Connection connection = FACTS.connection()) {
            return book.scores(ReadTransaction.on(JdbiSetup.on(connection)), Facts.BERLIN, List.of(end))
                    .get(0);
        }
    }

    private static Map<Integer, Integer> plain(String day) throws SQLException {
        Map<Integer, Integer> scores = new HashMap<>();
        try (Connection connection = FACTS.connection();
                var statement = connection.prepareStatement(PLAIN)) {
            statement.setObject(1, LocalDate.parse(day));
            statement.setObject(2, LocalDate.parse(day));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    scores.put(row.getInt(1), row.getInt(2));
                }
            }
        }
        return scores;
    }

    private Map<DimensionKey, Figure> read(String key, Slice slice, Grouping grouping) throws SQLException {
        Metric metric = Catalogue.find(key).orElseThrow();
        try (Connection connection = FACTS.connection()) {
            return reader.read(ReadTransaction.on(JdbiSetup.on(connection)), metric, slice, slice.period(), grouping);
        }
    }

    private static DimensionKey plan(String key) {
        return new DimensionKey(Optional.empty(), Optional.empty(), Optional.of(key));
    }

    private static DimensionKey month(int month) {
        return new DimensionKey(
                Optional.of(LocalDateTime.of(2026, month, 1, 0, 0)), Optional.empty(), Optional.empty());
    }
}
