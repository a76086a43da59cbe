package dev.rapport.dashboard.metric;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.JdbiSetup;
import dev.rapport.team.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** March and April 2004, in which no other test does anything. */
@QuarkusTest
@TestSecurity(user = "maria", roles = Role.MARKETING)
class MetricExportResourceTest {
    private static final String PERIOD = "from=2004-03-05&to=2004-04-20&compare=none";

    @Inject
    DataSource database;

    @Inject
    CubeBuilder rollup;

    @BeforeEach
    void fill() throws SQLException {
        execute("""
                with people as (
                    insert into person (external_id) select 'exp-' || n from generate_series(1, 40) n returning id, external_id)
                insert into visitor (key, person_id) select 'u:' || external_id, id from people;
                create temp table who on commit drop as
                select id as visitor_id, row_number() over (order by id) as n from visitor where key like 'u:exp-%';
                insert into traffic_source (given_channel_id, channel_id)
                select id, id from channel where key in ('email', 'chat', 'direct') on conflict do nothing;
                insert into event_name (name) values ('page_view'), ('purchase') on conflict do nothing;

                insert into event (visitor_id, message_id, at, kind, name_id, source_id)
                select visitor_id, gen_random_uuid(),
                       '2004-03-01T12:00Z'::timestamptz + (n * visit * 7 % 60) * interval '1 day' + step * interval '3 minutes',
                       case when step = 3 then 3 else 1 end,
                       (select id from event_name where name = case when step = 3 then 'purchase' else 'page_view' end),
                       (select s.id from traffic_source s join channel c on c.id = given_channel_id
                        where utm_source = '' and c.key = (array['email', 'chat', 'direct'])[1 + (n + visit) % 3] limit 1)
                from who, generate_series(1, 6) visit, generate_series(0, 3) step where step <= (n + visit) % 4;
                insert into order_line (key, order_key, visitor_id, channel_id, at, amount, content)
                select 'exp-' || n, 'exp-' || n / 2, visitor_id, c.id, '2004-03-02T12:00Z'::timestamptz + n * interval '1 day',
                       n * 1.13, gen_random_uuid()
                from who join channel c on c.key = (array['email', 'chat'])[1 + n % 2];
                insert into ticket (key, visitor_id, channel_id, created_at, resolved_at, reopened, content)
                select 'exp-' || n, visitor_id, c.id, at, at + n * interval '1 hour', n % 3, gen_random_uuid()
                from who join channel c on c.key = (array['email', 'chat'])[1 + n % 2],
                     lateral (select '2004-03-02T12:00Z'::timestamptz + n * interval '1 day' as at) moment;
                insert into survey (key, name, kind, scale_min, scale_max)
                values ('exp-nps', 'NPS', 'nps', 0, 10), ('exp-csat', 'CSAT', 'csat', 1, 5);
                insert into response (key, survey_id, visitor_id, channel_id, at, score, content)
                select 'exp-' || s.key || n, s.id, visitor_id, c.id, '2004-03-02T13:00Z'::timestamptz + n * interval '1 day',
                       s.scale_min + n % (s.scale_max - s.scale_min + 1), gen_random_uuid()
                from who join channel c on c.key = (array['email', 'chat'])[1 + n % 2], survey s where s.key like 'exp-%';
                """);
        count();
    }

    @AfterEach
    void clean() throws SQLException {
        execute("""
                delete from event where at between '2004-03-01' and '2004-06-01';
                delete from order_line where key like 'exp-%';
                delete from ticket where key like 'exp-%';
                delete from response where key like 'exp-%';
                delete from survey where key like 'exp-%';
                delete from visitor where key like 'u:exp-%';
                """);
        count();
        execute(
                "delete from session where day between '2004-03-01' and '2004-06-01'; delete from person where external_id like 'exp-%'");
    }

    private void count() throws SQLException {
        try (var connection = database.getConnection()) {
            for (String family : List.of("behaviour", "revenue", "support", "voice")) {
                DirtyDays.mark(
                        JdbiSetup.on(connection),
                        family,
                        "select '2004-03-01T12:00Z'::timestamptz + n * interval '1 day' from generate_series(0, 90) n");
            }
        }
        rollup.refreshAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"page_views", "sessions", "ticket_volume", "resolved_tickets", "reopened", "revenue", "orders"})
    void additiveFiguresAddUp(String metric) {
        BigDecimal total = cell(read(metric, "").get(0), "value");
        assertThat(total).isPositive();
        for (String by : List.of("bucket", "channel", "bucket,channel", "segment:plan", "channel,segment:plan")) {
            assertThat(sum(read(metric, "&grain=week&by=" + by), "value"))
                    .as(by)
                    .isEqualByComparingTo(total);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounce_rate", "pages_per_session", "csat", "nps", "aov", "session_duration"})
    void ratiosAddUpByWhatTheyAreMadeOf(String metric) {
        NamedCsvRecord whole = read(metric, "").get(0);
        for (String by : List.of("bucket", "channel", "bucket,channel", "channel,segment:plan")) {
            List<NamedCsvRecord> parts = read(metric, "&grain=day&by=" + by);
            BigDecimal above = sum(parts, "numerator");
            BigDecimal below = sum(parts, "denominator");
            assertThat(above).as(by).isEqualByComparingTo(cell(whole, "numerator"));
            assertThat(below).as(by).isEqualByComparingTo(cell(whole, "denominator"));
        }
        BigDecimal scale =
                List.of("bounce_rate", "csat", "nps").contains(metric) ? BigDecimal.valueOf(100) : BigDecimal.ONE;
        assertThat(cell(whole, "numerator").multiply(scale).divide(cell(whole, "denominator"), 4, RoundingMode.HALF_UP))
                .isEqualByComparingTo(cell(whole, "value").setScale(4, RoundingMode.HALF_UP));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sessions",
                "unique_visitors",
                "bounce_rate",
                "conversion_rate",
                "csat",
                "nps",
                "ces",
                "aov",
                "revenue",
                "ticket_volume",
                "session_duration",
                "stickiness",
                "mau",
                "churn_rate",
                "response_rate"
            })
    void thePartsOfAChangeAddUpToIt(String metric) {
        String second = PERIOD.replace("03-05", "03-29").replace("none", "previous");
        NamedCsvRecord figure = records(
                        given().get("/metrics/" + metric + ".csv?" + second).asString())
                .get(0);
        List<NamedCsvRecord> parts = records(given().get("/metrics/" + metric + "/movement.csv?group=plan&" + second)
                .then()
                .statusCode(200)
                .extract()
                .asString());
        if (figure.getField("change").isEmpty()) {
            assertThat(parts).isEmpty();
        } else {
            assertThat(sum(parts, "total").doubleValue())
                    .isCloseTo(cell(figure, "change").doubleValue(), within(1e-9));
        }
        String page = given().get("/metrics/" + metric + "/movement?" + second)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains(parts.isEmpty() ? "cannot be split" : "waterfall__bar");
    }

    @Test
    void aMedianOrNoComparisonSplitsNothing() {
        given().get("/metrics/resolution_time/movement?" + PERIOD.replace("none", "previous"))
                .then()
                .statusCode(200)
                .body(containsString("cannot be split"));
        given().get("/metrics/sessions/movement?" + PERIOD)
                .then()
                .statusCode(200)
                .body(containsString("Choose a comparison"), containsString("to=2004-04-20\">Compare"));
        given().get("/metrics/no_such/movement").then().statusCode(404);
        given().get("/metrics/no_such/movement.csv").then().statusCode(404);
        given().get("/metrics/sessions/movement.csv?group=moon")
                .then()
                .statusCode(400)
                .body(containsString("group"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessions", "ticket_volume", "resolved_tickets", "orders", "unique_visitors", "reopened"})
    void asManyRowsAsTheFigureSays(String metric) {
        for (String slice : List.of("", "&channel=chat", "&segment=plan:none")) {
            String rows = given().get("/metrics/" + metric + "/rows.csv?" + PERIOD + slice)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(rows.split("\r\n").length - 1L)
                    .as(slice)
                    .isEqualTo(cell(read(metric, slice).get(0), "value").longValueExact());
        }
    }

    @Test
    void rowsHaveTheAnswersThatTheScoreIsMadeOf() {
        String csv = given().get("/metrics/nps/rows.csv?" + PERIOD).asString();
        List<NamedCsvRecord> rows = records(csv);
        long promoters = rows.stream()
                .filter(row -> row.getField("score_class").equals("promoter"))
                .count();
        long detractors = rows.stream()
                .filter(row -> row.getField("score_class").equals("detractor"))
                .count();
        BigDecimal nps = BigDecimal.valueOf(100.0 * (promoters - detractors) / rows.size());
        assertThat(cell(read("nps", "").get(0), "value").setScale(6, RoundingMode.HALF_UP))
                .isEqualByComparingTo(nps.setScale(6, RoundingMode.HALF_UP));
    }

    @Test
    void unchangedAnswersAreNotSentAgain() {
        String path = "/metrics/sessions.csv?" + PERIOD + "&by=channel";
        String tag = given().get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"sessions_by-channel_2004-03-05_2004-04-20.csv\""))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag).get(path).then().statusCode(304);
        given().header("If-None-Match", tag).get(path + "&channel=chat").then().statusCode(200);
        rollup.refreshAll();
        given().header("If-None-Match", tag).get(path).then().statusCode(304);
        String json = given().get("/metrics/sessions.json?" + PERIOD)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertThat(json).isNotEqualTo(tag);
    }

    @Test
    void cohortsAddUpToTheirFigure() {
        String months = PERIOD.replace("03-05", "03-01").replace("04-20", "05-31") + "&grain=month&activity=visit";
        List<NamedCsvRecord> cells = records(given().get("/cohorts.csv?" + months)
                .then()
                .statusCode(200)
                .extract()
                .asString());
        List<NamedCsvRecord> next = cells.stream()
                .filter(cell -> cell.getField("step").equals("1")
                        && cell.getField("unfinished").equals("false"))
                .toList();
        assertThat(cells.get(0).getField("cohort")).isEqualTo("2004-03-01");
        assertThat(cells.get(0).getField("value")).isEqualTo("100");
        assertThat(cells).hasSize(6);
        NamedCsvRecord figure = records(
                        given().get("/metrics/retention_cohort.csv?" + months).asString())
                .get(0);
        assertThat(sum(next, "numerator")).isPositive();
        assertThat(cell(figure, "numerator")).isGreaterThanOrEqualTo(sum(next, "numerator"));
    }

    @Test
    void conversionsAreFlaggedInTheirRows() {
        for (String unit : List.of("", "&unit=sessions")) {
            NamedCsvRecord figure =
                    read("conversion_rate", unit + "&goal=purchase").get(0);
            List<NamedCsvRecord> rows =
                    records(given().get("/metrics/conversion_rate/rows.csv?" + PERIOD + unit + "&goal=purchase")
                            .asString());
            assertThat(cell(figure, "denominator").intValueExact()).isEqualTo(rows.size());
            assertThat(cell(figure, "numerator").longValueExact())
                    .isPositive()
                    .isEqualTo(rows.stream()
                            .filter(row -> row.getField("converted").equals("true"))
                            .count());
        }
    }

    @Test
    void jsonSaysTheSame() {
        String value = read("sessions", "").get(0).getField("value");
        given().get("/metrics/sessions.json?" + PERIOD)
                .then()
                .statusCode(200)
                .body("metric.key", equalTo("sessions"))
                .body("rows[0].figure.value.toString()", equalTo(value))
                .body("slice.period.to", equalTo("2004-04-20"));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        given().get("/metrics/no_such.csv").then().statusCode(404);
        given().get("/metrics/sessions.csv?by=country").then().statusCode(400).body(containsString("by"));
        given().get("/metrics/sessions.csv?channel=fax").then().statusCode(400);
    }

    private static List<NamedCsvRecord> read(String metric, String more) {
        return records(given().get("/metrics/" + metric + ".csv?" + PERIOD + more)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static List<NamedCsvRecord> records(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv.substring(1)).stream().toList();
    }

    private static BigDecimal cell(NamedCsvRecord row, String column) {
        return new BigDecimal(row.getField(column));
    }

    private static BigDecimal sum(List<NamedCsvRecord> rows, String column) {
        return rows.stream()
                .map(row -> row.getField(column))
                .filter(text -> !text.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
