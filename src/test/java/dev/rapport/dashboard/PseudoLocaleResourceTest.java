package dev.rapport.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Dimension;
import dev.rapport.testsupport.EnglishFinder;
import dev.rapport.testsupport.Forms;
import dev.rapport.testsupport.GetAddresses;
import dev.rapport.testsupport.PostForms;
import dev.rapport.testsupport.PseudoLocale;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Opens every page in a language that nobody speaks: what reads as English there comes from no message bundle. */
@QuarkusTest
@TestSecurity(
        user = "ada",
        roles = {"admin", "marketing", "support"})
class PseudoLocaleResourceTest {
    private static final String JULY = "from=2002-07-01&to=2002-07-31&compare=previous";

    /** What is opened by its number, as filled in below. */
    private static final Map<String, String> ONES = Map.ofEntries(
            Map.entry("/annotations/{id}", "annotation where title = 'pseudo'"),
            Map.entry("/customers/{id}", "person where external_id = 'pseudo-person'"),
            Map.entry("/follow-ups/{id}", "response where key = 'pseudo-11'"),
            Map.entry("/imports/{id}", "import_job where file_name = 'pseudo'"),
            Map.entry("/settings/features/{id}", "feature where key = 'pseudo'"),
            Map.entry("/settings/reasons/{id}", "reason_meaning where said_key = 'zqz'"),
            Map.entry("/settings/surveys/{id}", "survey where key = 'pseudo-nps'"),
            Map.entry("/settings/channels/{id}", "channel where key = 'chat'"),
            Map.entry("/settings/channel-rules/{id}", "channel_rule order by position limit 1"),
            Map.entry("/settings/goals/{id}", "goal where key = 'purchase'"),
            Map.entry("/settings/segments/{id}", "segment_group where key = 'generation'"),
            Map.entry("/settings/health/{id}", "health_weights where segment_group is null"),
            Map.entry("/settings/journey/{id}", "journey_step order by position limit 1"),
            Map.entry("/targets/{id}", "target where created_by = 'pseudo'"),
            Map.entry("/targets/{id}/review", "target where created_by = 'pseudo'"));

    /** Boxes and choices that mean something whatever is sent, and what cannot be taken back. */
    private static final Set<String> TAKES_ANYTHING = Set.of(
            "/settings/rates/revenue",
            "/settings/pages",
            "/settings/product/people",
            "/demo-data",
            "/imports/{id}/undoing",
            "/theme",
            "/customers/list/by-email");

    @Inject
    DataSource database;

    @BeforeEach
    void fill() throws SQLException {
        clean();
        // Of other tests: what a trail names beside words of ours may be gone from everywhere else, so that nobody
        // knows it as data.
        execute("delete from audit_entry where detail like '%⟦%'");
        execute("""
                insert into survey (key, name, kind, scale_min, scale_max) values ('pseudo-nps', 'zqz', 'nps', 0, 10);
                insert into response (key, survey_id, channel_id, at, score, comment, content)
                select 'pseudo-' || n, survey.id, channel.id, '2002-07-05T10:00Z'::timestamptz + n * interval '1 hour',
                       n % 11, 'zqz ' || n, gen_random_uuid()
                from generate_series(1, 40) as n, survey, channel where survey.key = 'pseudo-nps' and channel.key = 'chat';
                insert into ticket (key, channel_id, created_at, content)
                select 'pseudo-' || n, id, '2002-07-05T10:00Z'::timestamptz + n * interval '1 hour', gen_random_uuid()
                from generate_series(1, 40) as n, channel where key = 'chat';
                with one as (insert into person (external_id, name) values ('pseudo-person', 'zqz') returning id)
                insert into visitor (key, person_id) select 'u:pseudo-person', id from one;
                update ticket set visitor_id = visitor.id, resolved_at = ticket.created_at + interval '90 minutes'
                from visitor where visitor.key = 'u:pseudo-person' and ticket.key like 'pseudo-%';
                insert into annotation (kind, title, first_day, last_day, created_by)
                values ('launch', 'pseudo', '2002-07-06', '2002-07-07', 'zqz');
                insert into feature (key, name, event_name, released_on) values ('pseudo', 'zqz', 'zqz', '2002-07-06');
                insert into target (metric, from_day, bound, value, created_by)
                values ('csat', '2002-07-01', 'at-least', 80, 'pseudo');
                insert into reason_meaning (said, said_key, means, means_key) values ('zqz', 'zqz', 'zqzq', 'zqzq');
                insert into audit_entry (at, who, action, detail)
                values (now(), 'zqz', 'target set', 'pseudo'),
                       (now(), 'pseudo', 'channel moved', 'zqz ⟦up⟧; ⟦at_least:7⟧');
                insert into import_job (target, file_name, state, rows_read, rows_rejected, message, created_by)
                values ('tickets', 'pseudo', 'failed', 7, 2, 'ALL_REJECTED', 'zqz');
                insert into import_reject (import_id, line, column_name, value, reason)
                select id, 3, 'zqz', 'zqz', 'NOT_A_DATE' from import_job where file_name = 'pseudo'
                """);
    }

    @AfterEach
    void clean() throws SQLException {
        execute("""
                delete from response where key like 'pseudo-%';
                delete from survey where key = 'pseudo-nps';
                delete from ticket where key like 'pseudo-%';
                delete from visitor where key = 'u:pseudo-person';
                delete from person where external_id = 'pseudo-person';
                delete from annotation where title = 'pseudo';
                delete from feature where key = 'pseudo';
                delete from reason_meaning where said_key = 'zqz';
                delete from target where created_by = 'pseudo';
                delete from audit_entry where detail = 'pseudo' or who = 'pseudo';
                delete from follow_up where response_key like 'pseudo-%';
                delete from import_job where file_name = 'pseudo'
                """);
    }

    @Test
    void noPageSaysWhatNoBundleHolds() throws SQLException {
        EnglishFinder finder = new EnglishFinder(data());
        // Where it was found first is enough.
        Map<String, String> found = new TreeMap<>();
        List<String> read = new ArrayList<>();
        for (String address : addresses()) {
            Response page = open(address);
            if (page.contentType().startsWith("text/html")) {
                read.add(address);
                finder.english(page.asString()).forEach(words -> found.putIfAbsent(words, address));
            }
        }
        assertThat(read).hasSizeGreaterThan(250);
        assertThat(found).isEmpty();
    }

    @Test
    void errorsAreInTheReadersLanguageToo() throws SQLException {
        EnglishFinder finder = new EnglishFinder(data());
        for (String address : List.of(
                "/nowhere",
                "/metrics/nothing",
                "/follow-ups/0",
                "/overview?period=zqz",
                "/metrics/csat?grain=zqz&from=2002-07-01")) {
            assertThat(finder.english(open(address).asString())).as(address).isEmpty();
        }
    }

    /** Empty, and more than any field holds: every form is opened as it comes back, with what is wrong. */
    @Test
    void noRefusedFormSaysWhatNoBundleHolds() throws SQLException {
        EnglishFinder finder = new EnglishFinder(data());
        Map<String, String> found = new TreeMap<>();
        Set<String> refused = new TreeSet<>();
        Set<String> notTaken = new TreeSet<>();
        Set<String> taken = new TreeSet<>();
        for (PostForms.FormOf form : PostForms.of("dev.rapport")) {
            if (TAKES_ANYTHING.contains(form.address()) || form.address().endsWith("/position")) {
                continue;
            }
            for (String value : List.of("", "5".repeat(5_000))) {
                Response answer = Forms.send(
                                "/settings",
                                filled(form.address()).get(0),
                                form.fields().stream().collect(Collectors.toMap(name -> name, name -> value)),
                                Map.of("Accept", "text/html", "Accept-Language", PseudoLocale.TAG))
                        .extract()
                        .response();
                if (answer.statusCode() == 422) {
                    refused.add(form.address());
                }
                if (answer.statusCode() >= 400) {
                    notTaken.add(form.address());
                    finder.english(answer.asString()).forEach(words -> found.putIfAbsent(words, form.address()));
                } else {
                    taken.add(form.address());
                }
            }
        }
        taken.removeAll(notTaken);
        assertThat(found).isEmpty();
        assertThat(taken).isEmpty();
        assertThat(refused).hasSizeGreaterThan(30);
    }

    @Test
    void findsEnglishWhereverPeopleReadIt() {
        EnglishFinder finder = new EnglishFinder(Set.of("Acme"));
        assertThat(finder.english("<p>Acme š 12</p>")).isEmpty();
        assertThat(finder.english("<p>Plain words</p>")).containsExactly("Plain words");
        assertThat(finder.english("<a title=\"go there\" href=\"/some/where\">š</a>"))
                .containsExactly("go there");
        assertThat(finder.english("<p>Š 5 min</p><script>var a</script>")).containsExactly("min");
    }

    private static Response open(String address) {
        return given().redirects()
                .follow(false)
                .header("Accept", "text/html")
                .header("Accept-Language", PseudoLocale.TAG)
                .get(address);
    }

    private List<String> addresses() throws SQLException {
        List<String> all = new ArrayList<>();
        for (String template : GetAddresses.of("dev.rapport")) {
            for (String address : filled(template)) {
                all.add(address);
                all.add(address + "?" + JULY);
            }
        }
        return all;
    }

    /** An address with parameters names one of what there is. */
    private List<String> filled(String template) throws SQLException {
        if (template.contains("{part}")) {
            return Stream.of(Dimension.values())
                    .map(part -> template.replace("{part}", part.key()).replace("{key}", "ticket_volume"))
                    .toList();
        }
        if (template.equals("/metrics/{key}")) {
            return Catalogue.all().stream()
                    .map(Metric::key)
                    .map(key -> template.replace("{key}", key))
                    .toList();
        }
        String id = "1";
        for (Map.Entry<String, String> one : ONES.entrySet()) {
            if (template.startsWith(one.getKey())) {
                id = column("select id::text from " + one.getValue()).get(0);
            }
        }
        return List.of(template.replace("{key}", "csat").replace("{id}", id));
    }

    /** Whatever people or imports have put into the database, keys of programs, and what Java knows of the language. */
    private Set<String> data() throws SQLException {
        Set<String> data = new TreeSet<>();
        for (String column : column("""
                select format('select distinct %I::text from %I where %I is not null limit 2000', column_name, table_name, column_name)
                from information_schema.columns
                where table_schema = 'public' and data_type in ('text', 'character varying')
                  and column_name not in ('action', 'bound', 'direction', 'kind', 'message', 'outcome', 'reason', 'span', 'state')
                union all
                select format('select distinct unnest(%I)::text from %I', column_name, table_name)
                from information_schema.columns where table_schema = 'public' and udt_name = '_text'
                """)) {
            data.addAll(column(column));
        }
        // Kept in the database for programs; people are told in words of a bundle.
        data.removeIf(text -> text.contains("⟦"));
        data.removeAll(Set.of("Not known", "Other values"));
        data.addAll(List.of("ada", "by", "grain", "period", "step", "to"));
        Stream.of(Dimension.values()).map(Dimension::key).forEach(data::add);
        Catalogue.all().forEach(metric -> data.add(metric.key()));
        Locale locale = Locale.forLanguageTag(PseudoLocale.TAG);
        Currency.getAvailableCurrencies().forEach(currency -> {
            data.add(currency.getCurrencyCode());
            data.add(currency.getDisplayName(locale));
        });
        Stream.of(DayOfWeek.values()).forEach(day -> data.add(day.getDisplayName(TextStyle.FULL_STANDALONE, locale)));
        return data;
    }

    private List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
