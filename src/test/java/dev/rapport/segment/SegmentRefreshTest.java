package dev.rapport.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.db.JdbiSetup;
import dev.rapport.person.Identities;
import dev.rapport.testsupport.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentRefreshTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST = LocalDate.parse("2026-03-20");
    private static final int DAYS = 30;

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = FreshDatabase.create().getConnection();
        connection.setAutoCommit(false);
        execute("update settings set zone = 'Europe/Berlin'");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void theLastWordOfADayHoldsFromThatDayOn() throws SQLException {
        trait("u:1", "plan", "Free", "2026-03-27T23:30:00Z"); // 00:30 on the 28th in Berlin
        trait("u:1", "plan", "Team", "2026-03-30T08:00:00Z");
        trait("u:1", "plan", "Pro", "2026-03-30T09:00:00Z");
        trait("u:1", "plan", " ", "2026-04-02T09:00:00Z");

        SegmentRefresh.refreshAll(JdbiSetup.on(connection));

        assertThat(lines("""
                select v.key || ' ' || m.from_day || ' ' || m.to_day
                from membership m join segment_value v on v.id = m.value_id order by m.from_day
                """)).containsExactly("free 2026-03-28 2026-03-30", "pro 2026-03-30 2026-04-02");
    }

    @Test
    void whatHasNoDateHoldsAlwaysAndUntilTheFirstDate() throws SQLException {
        trait("u:1", "plan", "free", "-infinity");
        trait("u:1", "plan", "FREE ", "2026-03-30T08:00:00Z");
        trait("u:1", "plan", "pro", "2026-03-31T08:00:00Z");
        trait("u:2", "birth_year", "1996", "-infinity");
        trait("u:3", "birth_year", "1997", "-infinity");
        trait("u:4", "birth_year", "about 1950", "-infinity");

        SegmentRefresh.refreshAll(JdbiSetup.on(connection));

        assertThat(lines("""
                select m.person_id || ' ' || v.key || ' ' || m.from_day || ' ' || m.to_day
                from membership m join segment_value v on v.id = m.value_id order by m.person_id, m.from_day
                """))
                .containsExactly(
                        "1 free -infinity 2026-03-31",
                        "1 pro 2026-03-31 infinity",
                        "2 millennial -infinity infinity",
                        "3 gen-z -infinity infinity");
    }

    @Test
    void whoIsJoinedIsInTheSegmentsOfBoth() throws SQLException {
        trait("a:x", "region", "north", "-infinity");
        trait("u:1", "plan", "pro", "-infinity");
        SegmentRefresh.refreshAll(JdbiSetup.on(connection));
        int[] people = Identities.identify(
                JdbiSetup.on(connection), "values ('a:x', 'u:1', '2026-03-02T00:00Z'::timestamptz)", null);

        assertThat(SegmentRefresh.refresh(JdbiSetup.on(connection), people)).isEqualTo(2);

        assertThat(lines("select person_id || ' ' || cardinality(value_ids) from person_signature p"
                        + " join signature s on s.id = p.signature_id"))
                .containsExactly("2 2");
    }

    @Test
    void changesMarkTheDaysOfThoseWhoChangedAndNothingElse() throws SQLException {
        trait("u:1", "plan", "pro", "-infinity");
        trait("u:2", "plan", "pro", "-infinity");
        SegmentRefresh.refreshAll(JdbiSetup.on(connection));
        execute("insert into event (visitor_id, message_id, at, kind, name_id)"
                + " select id, gen_random_uuid(), ('2026-03-0' || id || ' 12:00Z')::timestamptz, 3, 1 from visitor");
        trait("u:2", "region", "north", "2026-01-01T00:00Z");

        assertThat(SegmentRefresh.refreshAll(JdbiSetup.on(connection))).isEqualTo(1);
        assertThat(lines("select family || ' ' || day from dirty_day")).containsExactly("behaviour 2026-03-02");
        assertThat(SegmentRefresh.refreshAll(JdbiSetup.on(connection))).isZero();
    }

    @Test
    void aTraitThatIsANameIsNoGroup() throws SQLException {
        for (int i = 0; i <= SegmentValue.MOST; i++) {
            trait("u:" + i, "city", "city " + i, "-infinity");
        }
        trait("u:1", "contract", "monthly", "-infinity");

        assertThatThrownBy(() -> SegmentGroups.ensureFor(JdbiSetup.on(connection), "city", "City"))
                .isInstanceOf(TooManyValuesException.class);
        int contract = SegmentGroups.ensureFor(JdbiSetup.on(connection), "contract", "Contract");
        assertThat(SegmentGroups.ensureFor(JdbiSetup.on(connection), "contract", "Contract again"))
                .isEqualTo(contract);
        SegmentRefresh.refreshAll(JdbiSetup.on(connection));
        assertThat(lines("select key from segment_value where group_id = " + contract + " order by key"))
                .containsExactly("monthly", "none");
    }

    @Test
    void aGroupThatGrowsTooLargePutsTheRestTogether() throws SQLException {
        for (int i = 0; i < SegmentValue.MOST + 50; i++) {
            trait("u:" + i, "plan", "plan " + i, "-infinity");
        }

        SegmentRefresh.refreshAll(JdbiSetup.on(connection));

        assertThat(lines("select count(*)::text from segment_value v join segment_group g on g.id = v.group_id"
                        + " where g.key = 'plan'"))
                .containsExactly("201");
        assertThat(lines("select count(*)::text from membership m join segment_value v on v.id = m.value_id"
                        + " where v.key = 'other-values'"))
                .containsExactly("51");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void equalsALookUpDayByDay(long seed) throws SQLException {
        Random random = new Random(seed);
        List<Trait> traits = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 60; i++) {
                Trait trait = Trait.any(random);
                if (traits.stream().noneMatch(trait::sameRow)) {
                    trait("u:" + trait.person, trait.name, trait.value, trait.since);
                    traits.add(trait);
                }
            }
            // Once everybody, then only a part, then the rest: it must come to the same.
            SegmentRefresh.refresh(JdbiSetup.on(connection), "select id from person where id % 2 = " + round % 2);
            SegmentRefresh.refresh(JdbiSetup.on(connection), "select id from person where id % 2 <> " + round % 2);
            assertThat(stored()).isEqualTo(lookedUp(traits));
        }
        assertThat(SegmentRefresh.refreshAll(JdbiSetup.on(connection))).isZero();
        assertThat(lines("select 'overlap' from membership a join membership b on a.person_id = b.person_id"
                        + " and a.group_id = b.group_id and a.from_day < b.from_day"
                        + " and (a.to_day > b.from_day or (a.to_day = b.from_day and a.value_id = b.value_id))"))
                .isEmpty();
    }

    /** "person day" to its segments, as the signatures say. */
    private Map<String, String> stored() throws SQLException {
        Map<String, String> found = new HashMap<>();
        for (String line : lines("""
                select p.external_id || ' ' || d::date || '=' || string_agg(g.key || ':' || v.key, ' ' order by g.key)
                from generate_series('2026-03-20'::date, '2026-04-18', '1 day') d
                join person_signature ps on ps.from_day <= d and ps.to_day > d
                join person p on p.id = ps.person_id
                join signature s on s.id = ps.signature_id
                join segment_value v on v.id = any (s.value_ids)
                join segment_group g on g.id = v.group_id
                join membership m on m.person_id = p.id and m.value_id = v.id and m.from_day <= d and m.to_day > d
                group by p.external_id, d
                """)) {
            found.put(line.split("=")[0], line.split("=")[1]);
        }
        return found;
    }

    private static Map<String, String> lookedUp(List<Trait> traits) {
        Map<String, String> found = new HashMap<>();
        for (int person = 1; person <= 8; person++) {
            for (int day = 0; day < DAYS; day++) {
                TreeSet<String> segments = new TreeSet<>();
                for (String name : List.of("plan", "region", "birth_year")) {
                    Trait.inForce(traits, person, name, FIRST.plusDays(day)).ifPresent(segments::add);
                }
                if (!segments.isEmpty()) {
                    found.put(person + " " + FIRST.plusDays(day), String.join(" ", segments));
                }
            }
        }
        return found;
    }

    private record Trait(int person, String name, String value, String since) {
        static Trait any(Random random) {
            String name = List.of("plan", "region", "birth_year").get(random.nextInt(3));
            String value = name.equals("birth_year")
                    ? List.of("1950", "1980", "2000", "?").get(random.nextInt(4))
                    : List.of("a", "b", "c", "").get(random.nextInt(4));
            Instant since = FIRST.atStartOfDay(BERLIN)
                    .toInstant()
                    .plusSeconds(random.nextInt(-3, DAYS + 3) * 43_200L + random.nextInt(2) * 3600L);
            return new Trait(
                    1 + random.nextInt(8), name, value, random.nextInt(5) == 0 ? "-infinity" : since.toString());
        }

        static java.util.Optional<String> inForce(List<Trait> traits, int person, String name, LocalDate day) {
            // Of equal moments the one learnt last: max answers the last of equals when compared with its place.
            return traits.stream()
                    .filter(trait -> trait.person == person
                            && trait.name.equals(name)
                            && !trait.day().isAfter(day))
                    .max(Comparator.comparing(Trait::moment).thenComparing(traits::indexOf))
                    .flatMap(Trait::segment);
        }

        boolean sameRow(Trait other) {
            return equals(other);
        }

        private Instant moment() {
            return since.startsWith("-") ? Instant.MIN : Instant.parse(since);
        }

        private LocalDate day() {
            return since.startsWith("-") ? LocalDate.MIN : LocalDate.ofInstant(moment(), BERLIN);
        }

        private java.util.Optional<String> segment() {
            return switch (value) {
                case "", "?" -> java.util.Optional.empty();
                case "1950" -> java.util.Optional.of("generation:boomer");
                case "1980" -> java.util.Optional.of("generation:gen-x");
                case "2000" -> java.util.Optional.of("generation:gen-z");
                default -> java.util.Optional.of(name + ":" + value);
            };
        }
    }

    private void trait(String key, String trait, String value, String since) throws SQLException {
        Identities.ensure(JdbiSetup.on(connection), "values ('" + key + "')", null);
        try (var statement = connection.prepareStatement("""
                insert into person_trait (visitor_id, trait, value, since)
                select id, ?, ?, ?::timestamptz from visitor where key = ?
                """)) {
            statement.setString(1, trait);
            statement.setString(2, value);
            statement.setString(3, since);
            statement.setString(4, key);
            statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> lines(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }
}
