package dev.rapport.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.behaviour.BehaviourFactSource;
import dev.rapport.cube.build.CountedDays;
import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.query.QueryEngine;
import dev.rapport.query.Rooms;
import dev.rapport.revenue.RevenueFactSource;
import dev.rapport.segment.SegmentRule.Condition;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceContext;
import dev.rapport.slice.SliceReader;
import dev.rapport.support.SupportFactSource;
import dev.rapport.testsupport.Facts;
import dev.rapport.voice.VoiceFactSource;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Person 1 visits on 1, 2 and 3 July and orders on the 3rd; person 2 visits on the 2nd; person 3 does nothing. */
class BehaviourSegmentsTest {
    static final List<FactSource> SOURCES =
            List.of(new BehaviourFactSource(), new RevenueFactSource(), new SupportFactSource(), new VoiceFactSource());

    private final Facts facts = new Facts().people(3);
    private final Jdbi jdbi = JdbiSetup.of(facts.database());
    private final CubeBuilder cube = new CubeBuilder(jdbi, SOURCES, List.of(new BehaviourSegments()));

    @BeforeEach
    void facts() {
        facts.run("insert into event_name (name) values ('page')");
        visit(1, "2026-07-01 10:00+02");
        visit(1, "2026-07-02 10:00+02");
        visit(1, "2026-07-03 10:00+02");
        visit(2, "2026-07-02 23:30+02");
        order(1, "2026-07-03 11:00+02", 80);
        count();
    }

    @Test
    void anActCountsFromTheNextDayOnAndLeavesTheWindowByItself() {
        group(rule("Heavy", number("visits", "at-least", 2, 7)), rule("Light", number("visits", "at-least", 1, 7)));

        assertThat(memberships())
                .containsExactly(
                        "1 light 2026-07-02 2026-07-03",
                        "1 heavy 2026-07-03 2026-07-10",
                        "1 light 2026-07-10 2026-07-11",
                        "2 light 2026-07-03 2026-07-10");
    }

    @Test
    void allConditionsOfASegmentHoldAndTheFirstThatFitsWins() {
        group(
                rule("Buyer", number("orders", "at-least", 1, null), number("days-since-visit", "at-most", 4, null)),
                rule("Asleep", number("days-since-visit", "at-least", 5, null)),
                rule("Rest", new Condition("everyone", "is", null, null, null)));

        assertThat(memberships())
                .containsExactly(
                        "1 rest 2026-07-02 2026-07-04",
                        "1 buyer 2026-07-04 2026-07-08",
                        "1 asleep 2026-07-08 infinity",
                        "2 rest 2026-07-03 2026-07-07",
                        "2 asleep 2026-07-07 infinity");
    }

    @Test
    void figuresCountPeopleWhereTheyWereThatDay() {
        group(
                rule("Heavy", number("active-days", "at-least", 2, 30)),
                rule("New", number("active-days", "between", 0, 1, 30)));

        assertThat(visitors("heavy")).containsExactly("0", "0", "1");
        assertThat(visitors("new")).containsExactly("0", "1", "0");
        assertThat(visitors("none")).containsExactly("1", "1", "0");
    }

    @Test
    void whatComesLaterChangesNothingBeforeIt() {
        group(rule("Heavy", number("visits", "at-least", 2, 30)));
        List<String> before = visitors("heavy");

        visit(2, "2026-07-03 12:00+02");
        visit(3, "2026-07-03 12:00+02");
        count();

        assertThat(before).containsExactly("0", "0", "1");
        assertThat(visitors("heavy")).containsExactly("0", "0", "1");
        assertThat(memberships()).containsExactly("1 heavy 2026-07-03 2026-08-02", "2 heavy 2026-07-04 2026-08-02");
    }

    @Test
    void whatComesLateChangesTheDaysAfterIt() {
        group(rule("Heavy", number("visits", "at-least", 2, 30)));

        visit(2, "2026-06-30 12:00+02");
        count();
        visit(2, "2026-07-03 12:00+02");
        count();

        assertThat(visitors("heavy")).containsExactly("0", "0", "2");
        facts.run("delete from event where at = '2026-06-30 12:00+02'");
        mark("2026-06-30 12:00+02");
        assertThat(visitors("heavy")).containsExactly("0", "0", "1");
    }

    @Test
    void aGroupThatGoesLeavesNothing() {
        int group = group(rule("Heavy", number("visits", "at-least", 2, 30)));
        facts.run("delete from segment_group where id = " + group);
        jdbi.useTransaction(handle -> {
            SegmentRefresh.refreshAll(handle);
            CountedDays.noteEverything(handle);
        });
        cube.refreshAll();

        assertThat(memberships()).isEmpty();
        assertThat(lines("select count(*)::text from person_day")).containsExactly("0");
        assertThat(lines("select family from counted_day")).isEmpty();
    }

    @Test
    void whatANameMeansNoMoreIsDoneByNobody() {
        group(
                rule("Exporters", number("feature:export", "at-least", 1, null)),
                rule("Won", new Condition("won-by:nowhere", "is", null, null, null)),
                rule("Pro", new Condition("segment:plan:gone", "is", null, null, null)));

        assertThat(memberships()).isEmpty();
    }

    @Test
    void featuresCountOnceTheyAreNamed() {
        group(rule("Exporters", number("feature:export", "at-least", 1, null)));
        facts.run("insert into feature (key, name, event_name) values ('export', 'Export', 'page')");
        cube.refreshAll();

        assertThat(memberships()).containsExactly("1 exporters 2026-07-02 infinity", "2 exporters 2026-07-03 infinity");
    }

    @Test
    void whoIsJoinedDidWhatBothDid() {
        group(rule("Heavy", number("visits", "at-least", 4, null)));
        assertThat(memberships()).isEmpty();

        facts.run("update visitor set person_id = 1 where id = 2");
        jdbi.useTransaction(handle -> {
            DirtyDays.markPeople(handle, "values (1), (2)");
            SegmentRefresh.refresh(handle, "values (1), (2)");
        });
        cube.refreshAll();

        assertThat(memberships()).containsExactly("1 heavy 2026-07-04 infinity");
    }

    @Test
    void madeAnewItIsTheSame() {
        group(rule("Heavy", number("visits", "at-least", 2, 7)), rule("Light", number("visits", "at-least", 1, 7)));
        List<String> before = memberships();
        List<String> kept = lines("select p::text from person_day p order by 1");

        facts.run("delete from person_day");
        cube.requestRebuild();
        cube.refreshAll();

        assertThat(memberships()).isEqualTo(before);
        assertThat(lines("select p::text from person_day p order by 1")).isEqualTo(kept);
    }

    /** As a form makes it. */
    private int group(SegmentRule... rules) {
        int id = jdbi.inTransaction(handle -> SegmentGroups.add(handle, "Engagement", List.of(rules)));
        cube.refreshAll();
        return id;
    }

    private static SegmentRule rule(String name, Condition... conditions) {
        return new SegmentRule(name.toLowerCase(java.util.Locale.ROOT), name, List.of(conditions));
    }

    static Condition number(String what, String is, int number, @Nullable Integer days) {
        return new Condition(what, is, BigDecimal.valueOf(number), null, days);
    }

    private static Condition number(String what, String is, int from, int to, @Nullable Integer days) {
        return new Condition(what, is, BigDecimal.valueOf(from), BigDecimal.valueOf(to), days);
    }

    private void visit(int person, String at) {
        facts.run("""
                insert into event (visitor_id, message_id, at, kind, name_id)
                select %d, gen_random_uuid(), '%s', 1, id from event_name where name = 'page'
                """.formatted(person, at));
    }

    private void order(int person, String at, int amount) {
        facts.run("""
                insert into order_line (key, order_key, visitor_id, channel_id, at, amount, content)
                select k, k, %d, 1, '%s', %d, gen_random_uuid() from (select gen_random_uuid()::text) as fresh(k)
                """.formatted(person, at, amount));
    }

    private void count() {
        jdbi.useHandle(DirtyDays::markAll);
        cube.refreshAll();
    }

    private void mark(String at) {
        jdbi.useHandle(handle -> DirtyDays.mark(handle, "behaviour", "select timestamptz '" + at + "'"));
        cube.refreshAll();
    }

    private List<String> memberships() {
        return lines("""
                select concat_ws(' ', m.person_id, v.key, m.from_day, m.to_day)
                from membership m join segment_value v on v.id = m.value_id order by m.person_id, m.from_day
                """);
    }

    private List<String> lines(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(String.class).list());
    }

    /** Of 1, 2 and 3 July. */
    private List<String> visitors(String segment) {
        Slice slice = SliceReader.read(
                Map.of(
                        "from", List.of("2026-07-01"),
                        "to", List.of("2026-07-03"),
                        "compare", List.of("none"),
                        "grain", List.of("day"),
                        "segment", List.of("engagement:" + segment)),
                new SliceContext(
                        Facts.BERLIN,
                        DayOfWeek.MONDAY,
                        LocalDate.parse("2026-11-21"),
                        Set.of("email"),
                        Map.of("engagement", Set.of("heavy", "new", "none")),
                        Set.of(),
                        Set.of()));
        return new QueryEngine(
                        facts.database(),
                        SOURCES,
                        Rooms.all(FactReader.class, facts.database()),
                        Catalogue::find,
                        Clock.systemUTC(),
                        Duration.ofSeconds(20))
                .ask("unique_visitors", slice, Grouping.TREND).rows().stream()
                        .map(row -> row.figure().value().orElseThrow().toPlainString())
                        .toList();
    }
}
