package dev.rapport.segment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.team.Role;
import dev.rapport.testsupport.Forms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of 12 people the first 4 opened three tickets in the last days, the others one. */
@QuarkusTest
@TestSecurity(user = "ada", roles = Role.ADMIN)
class BehaviourResourceTest {
    private static final String PAGE = "/settings/segments/behaviour";
    private static final String FRESH = PAGE + "/new";

    @Inject
    Jdbi jdbi;

    @Inject
    CubeBuilder cube;

    @BeforeEach
    void tickets() {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> {
                    handle.execute("""
                    insert into person (external_id) select 'behaviour-' || n from generate_series(1, 12) as n
                    on conflict do nothing;
                    insert into visitor (key, person_id) select 'u:' || external_id, id from person
                    where external_id like 'behaviour-%' on conflict do nothing;
                    insert into ticket_record (key, visitor_id, channel_id, created_at, content)
                    select key || '-' || n, id, 1, now() - interval '2 days', gen_random_uuid()
                    from visitor, generate_series(1, 3) as n
                    where key like 'u:behaviour-%' and (n = 1 or substr(key, 13)::int <= 4)
                    on conflict do nothing
                    """);
                    DirtyDays.markFamily(handle, "support");
                }));
        cube.refreshAll();
    }

    @AfterEach
    void tidy() {
        QuarkusTransaction.requiringNew()
                .run(() -> SegmentGroup.<SegmentGroup>listAll().stream()
                        .filter(group -> group.trait == null)
                        .forEach(SegmentGroup::delete));
    }

    @Test
    void whatIsCountedBeforeIsWhatIsKeptAfter() {
        Map<String, Object> form = form(
                "Helped", List.of("Much", "A little"), List.of("tickets", "tickets"), "at-least", List.of("3", "1"));
        String page = Forms.send(FRESH, PAGE + "/counts", form)
                .statusCode(200)
                .extract()
                .asString();
        assertThat(group()).isNull();
        List<String> counted = List.of(people(page, "Much"), people(page, "A little"));

        Forms.send(FRESH, PAGE, form).statusCode(303);
        cube.refreshAll();

        assertThat(kept("much")).isEqualTo(counted.get(0)).isEqualTo("4");
        assertThat(kept("a-little")).isEqualTo(counted.get(1));
        assertThat(Integer.parseInt(kept("a-little"))).isGreaterThanOrEqualTo(8);
        given().get("/settings/segments").then().body(containsString("Helped"), containsString("what people do"));
        given().get("/metrics/ticket_volume?segment=helped:much&compare=none")
                .then()
                .statusCode(200);
        given().get("/catalogue").then().statusCode(200);
    }

    @Test
    void aSegmentKeepsItsKeyWhenItIsRenamedAndGoesWithTheGroup() {
        Forms.send(FRESH, PAGE, form("Helped", List.of("Much"), List.of("tickets"), "at-least", List.of("3")))
                .statusCode(303);
        int id = group().id;
        given().redirects().follow(false).get("/settings/segments/" + id).then().statusCode(303);
        given().get(PAGE + "/" + id)
                .then()
                .statusCode(200)
                .body(containsString("value=\"Much\""), containsString("value=\"much\""));

        Map<String, Object> renamed =
                new java.util.HashMap<>(form("Help", List.of("Often"), List.of("tickets"), "at-least", List.of("2")));
        renamed.put("key", List.of("much"));
        Forms.send(PAGE + "/" + id, PAGE + "/" + id, renamed).statusCode(303);
        assertThat(group().rules.get(0).value()).isEqualTo("much");
        assertThat(group().rules.get(0).name()).isEqualTo("Often");

        Forms.sendByHtmx("/settings/segments", "/settings/segments/" + id + "/removal", Map.of())
                .statusCode(200)
                .body(containsString("is removed"));
        cube.refreshAll();
        assertThat(count("select count(*) from person_day")).isZero();
    }

    @Test
    void aGroupThatRulesNameStays() {
        int plan = SegmentGroup.withKey("plan").orElseThrow().id;
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.execute(
                        "insert into segment_value (group_id, key, name) values (?, 'gold', 'Gold') on conflict do nothing",
                        plan)));
        Forms.send(FRESH, PAGE, form("Rich", List.of("Gold"), List.of("segment:plan:gold"), "is", List.of("")))
                .statusCode(303);

        Forms.sendByHtmx("/settings/segments", "/settings/segments/" + plan + "/removal", Map.of())
                .statusCode(422)
                .body(containsString("is used by the rules of"));
        assertThat(SegmentGroup.withKey("plan")).isPresent();
    }

    @Test
    void badRulesSayWhatIsWrongAndKeepNothing() {
        refused(form("", List.of("A"), List.of("visits"), "at-least", List.of("1")), "Give the group a name");
        refused(
                form("x".repeat(200), List.of("A"), List.of("visits"), "at-least", List.of("1")),
                "Give the group a name");
        refused(
                form("G", List.of("x".repeat(200)), List.of("visits"), "at-least", List.of("1")),
                "Row 1 needs a segment");
        refused(form("G", List.of(""), List.of(""), "at-least", List.of("")), "Write at least one row");
        refused(form("G", List.of(""), List.of("visits"), "at-least", List.of("1")), "Row 1 needs a segment");
        refused(form("G", List.of("A"), List.of("moods"), "is", List.of("")), "Row 1 does not say");
        refused(form("G", List.of("A"), List.of("feature:gone"), "at-least", List.of("1")), "no longer there");
        refused(form("G", List.of("A"), List.of("segment:plan:gone"), "is", List.of("")), "no longer there");
        refused(form("G", List.of("A"), List.of("visits"), "is", List.of("")), "Row 1 compares");
        refused(form("G", List.of("A"), List.of("visits"), "at-least", List.of("-1")), "Row 1 needs other numbers");
        refused(form("G", List.of("A"), List.of("visits"), "at-least", List.of("0")), "Row 1 needs other numbers");
        refused(form("G", List.of("A"), List.of("visits"), "at-least", List.of("1.5")), "Row 1 needs other numbers");
        refused(form("G", List.of("A"), List.of("visits"), "between", List.of("1")), "Row 1 needs other numbers");
        Map<String, Object> never =
                new java.util.HashMap<>(form("G", List.of("A"), List.of("visits"), "at-least", List.of("1")));
        never.put("days", List.of("0"));
        refused(never, "Row 1 cannot be asked within days");
        never.put("what", List.of("open-tickets"));
        never.put("days", List.of("7"));
        refused(never, "Row 1 cannot be asked within days");
        List<String> many = Collections.nCopies(61, "A");
        refused(
                form("G", many, Collections.nCopies(61, "visits"), "at-least", Collections.nCopies(61, "1")),
                "too many");
        List<String> segments = IntStream.range(0, 21).mapToObj(i -> "S" + i).toList();
        refused(
                form("G", segments, Collections.nCopies(21, "visits"), "at-least", Collections.nCopies(21, "1")),
                "too many");
        assertThat(group()).isNull();
    }

    @Test
    void rulesDoNotRunInACircle() {
        Forms.send(FRESH, PAGE, form("Helped", List.of("Much"), List.of("tickets"), "at-least", List.of("3")))
                .statusCode(303);

        Forms.sendByHtmx(
                        PAGE + "/" + group().id,
                        PAGE + "/" + group().id,
                        form("Helped", List.of("Much"), List.of("segment:helped:much"), "is", List.of("")))
                .statusCode(422)
                .body(containsString("circle"));
        assertThat(group().rules.get(0).conditions().get(0).what()).isEqualTo("tickets");
        given().get(FRESH).then().body(not(containsString("segment:helped")));
    }

    @Test
    @TestSecurity(user = "mia", roles = Role.MARKETING)
    void onlyAdministratorsMakeThem() {
        given().get(FRESH).then().statusCode(403);
    }

    private void refused(Map<String, Object> form, String sentence) {
        for (String action : List.of(PAGE, PAGE + "/counts")) {
            ValidatableResponse response = Forms.sendByHtmx(FRESH, action, form);
            response.statusCode(422).body(containsString(sentence));
        }
    }

    private static Map<String, Object> form(
            String name, List<String> segments, List<String> whats, String is, List<String> numbers) {
        return Map.of(
                "name", name,
                "segment", segments,
                "what", whats,
                "is", Collections.nCopies(whats.size(), is),
                "from", numbers,
                "to", Collections.nCopies(whats.size(), ""),
                "days", Collections.nCopies(whats.size(), ""));
    }

    private static String people(String page, String segment) {
        String row = page.substring(page.indexOf("<th scope=\"row\">" + segment));
        return row.replaceAll("(?s)^.*?<td class=\"number\">(\\d+)<.*$", "$1");
    }

    private String kept(String segment) {
        return count("select count(*) from membership m join segment_value v on v.id = m.value_id" + " where v.key = '"
                        + segment + "' and current_date between m.from_day and m.to_day - 1")
                + "";
    }

    private long count(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(
                        handle -> handle.select(sql).mapTo(Long.class).one()));
    }

    private static SegmentGroup group() {
        return QuarkusTransaction.requiringNew()
                .call(() -> SegmentGroup.inOrder().stream()
                        .filter(group -> group.trait == null)
                        .findFirst()
                        .orElse(null));
    }
}
