package dev.rapport.segment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.rapport.db.JdbiSetup;
import dev.rapport.person.Identities;
import dev.rapport.team.Role;
import dev.rapport.testsupport.Forms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "ada", roles = Role.ADMIN)
class SegmentsResourceTest {
    private static final String PAGE = "/settings/segments";

    @Inject
    DataSource database;

    @BeforeEach
    void somebodyIsKnown() {
        QuarkusTransaction.requiringNew().run(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                Identities.ensure(
                        JdbiSetup.on(connection), "select 'u:segments-' || n from generate_series(1, 300) n", null);
                statement.execute("""
                        insert into person_trait (visitor_id, trait, value)
                        select id, t.trait, t.value
                        from visitor, lateral (select substr(key, 12)::int as n) as numbered,
                             lateral (values ('contract length', n % 3 || ' years'), ('points', n::text)) as t(trait, value)
                        where key like 'u:segments-%' on conflict do nothing
                        """);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void aTraitBecomesAGroupIsMovedAndRemoved() {
        given().get(PAGE)
                .then()
                .body(
                        containsString("contract length"),
                        containsString("/settings/segments/new?trait=contract+length"));
        Forms.send(
                        PAGE + "/new?trait=contract+length",
                        PAGE,
                        Map.of("trait", "contract length", "name", "Contract", "rangeName", List.of("", "")))
                .statusCode(303);
        SegmentGroup group = group("contract");
        assertThat(members(group.id)).isEqualTo(300);

        Forms.sendByHtmx(PAGE, PAGE + "/" + group.id + "/position", Map.of("direction", "up"))
                .statusCode(200)
                .body(containsString("is moved"));
        Forms.sendByHtmx(PAGE, PAGE + "/" + group.id + "/removal", Map.of())
                .statusCode(200)
                .body(containsString("is removed"));
        assertThat(members(group.id)).isZero();
    }

    @Test
    void aTraitWithTooManyValuesNeedsRanges() {
        Map<String, Object> plain = Map.of("trait", "points", "name", "Points", "rangeName", "");
        Forms.sendByHtmx(PAGE + "/new?trait=points", PAGE, plain)
                .statusCode(422)
                .body(containsString("300 different values"));

        Forms.send(
                        PAGE + "/new?trait=points",
                        PAGE,
                        Map.of(
                                "trait", "points",
                                "name", "Points",
                                "rangeKey", List.of("", "", ""),
                                "rangeName", List.of("Few", "Many", ""),
                                "rangeFrom", List.of("", "100", ""),
                                "rangeTo", List.of("100", "", "")))
                .statusCode(303);
        SegmentGroup group = group("points");
        assertThat(count("select count(*) from membership m join segment_value v on v.id = m.value_id"
                        + " where v.key = 'few' and m.group_id = " + group.id))
                .isEqualTo(99);

        Forms.send(
                        PAGE + "/" + group.id,
                        PAGE + "/" + group.id,
                        Map.of(
                                "name", "Points",
                                "rangeKey", List.of("few"),
                                "rangeName", List.of("Hardly any"),
                                "rangeFrom", List.of("0"),
                                "rangeTo", List.of("10.5")))
                .statusCode(303);
        assertThat(count("select count(*) from membership where group_id = " + group.id))
                .isEqualTo(10);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> SegmentValue.of(group).stream()
                                .map(value -> value.key + "=" + value.name)
                                .toList()))
                .containsExactly("few=Hardly any", "none=Not known");
    }

    @Test
    void refusesRangesThatOverlapOrEndBeforeTheyBegin() {
        for (List<String> ends : List.of(List.of("50", "30"), List.of("5", "90"))) {
            Forms.sendByHtmx(
                            PAGE + "/new?trait=points",
                            PAGE,
                            Map.of(
                                    "trait",
                                    "points",
                                    "name",
                                    "Points",
                                    "rangeName",
                                    List.of("A", "B"),
                                    "rangeFrom",
                                    List.of("10", "40"),
                                    "rangeTo",
                                    ends))
                    .statusCode(422)
                    .body(containsString("ranges may not overlap"));
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        given().get(PAGE + "/999999").then().statusCode(404);
        given().get(PAGE + "/new?trait=nothing").then().statusCode(404);
        given().urlEncodingEnabled(false).get(PAGE + "/new?trait=%00").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "sam", roles = Role.SUPPORT)
    void isForAdministratorsOnly() {
        given().get(PAGE).then().statusCode(403);
    }

    private static SegmentGroup group(String key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> SegmentGroup.withKey(key).orElseThrow());
    }

    private int members(int group) {
        return count("select count(*) from membership where group_id = " + group);
    }

    private int count(String sql) {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
