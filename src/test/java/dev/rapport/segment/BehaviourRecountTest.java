package dev.rapport.segment;

import static dev.rapport.segment.BehaviourSegmentsTest.SOURCES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.JdbiSetup;
import dev.rapport.segment.SegmentRule.Condition;
import dev.rapport.testsupport.Facts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random facts come and go, random rules look at them: who is in which segment on a day is what plain SQL says of that day, and
 * made anew it is the same.
 */
class BehaviourRecountTest {
    private static final int PEOPLE = 6;
    private static final int TURNS = Integer.getInteger("rapport.turns", 3);
    private static final String DAY = "((%s) at time zone 'Europe/Berlin')::date";

    /** Every day from before the first fact to long after the last. */
    private static final String DAYS =
            "generate_series(date '2026-03-20', '2026-06-10', interval '1 day') as each(at) cross join lateral (select each.at::date as day) as d";

    private final Facts facts = new Facts().people(PEOPLE);
    private final Jdbi jdbi = JdbiSetup.of(facts.database());
    private final CubeBuilder cube = new CubeBuilder(jdbi, SOURCES, List.of(new BehaviourSegments()));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isWhatPlainSqlSaysOfEachDay(long seed) {
        Random random = new Random(seed);
        facts.run("""
                insert into event_name (name) values ('page'), ('exported');
                insert into feature (key, name, event_name) values ('export', 'Export', 'exported');
                insert into survey (key, name, kind, scale_min, scale_max) values ('n', 'N', 'nps', 0, 10), ('c', 'C', 'csat', 1, 5);
                """);
        List<SegmentRule> rules = rules(random);
        jdbi.useTransaction(handle -> SegmentGroups.add(handle, "Found", rules));
        for (int turn = 0; turn < TURNS; turn++) {
            turn(random);
            cube.refreshAll();
            List<String> kept = kept();
            assertThat(kept).as("turn %d of %s", turn, rules).isEqualTo(recounted(rules));
        }
        List<String> days = lines("select p::text from person_day as p order by 1");
        List<String> cells = lines("select m::text from cell_marginal as m order by 1");
        cube.requestRebuild();
        cube.refreshAll();
        assertThat(lines("select p::text from person_day as p order by 1")).isEqualTo(days);
        assertThat(lines("select m::text from cell_marginal as m order by 1")).isEqualTo(cells);
        facts.run("delete from person_day; insert into counted_day values ('*', '-infinity')");
        cube.refreshAll();
        assertThat(lines("select p::text from person_day as p order by 1")).isEqualTo(days);
        assertThat(kept()).isEqualTo(recounted(rules));
    }

    private static List<SegmentRule> rules(Random random) {
        List<SegmentRule> rules = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            List<Condition> conditions = new ArrayList<>();
            for (int j = random.nextInt(3); j >= 0; j--) {
                conditions.add(condition(random));
            }
            rules.add(new SegmentRule("s" + i, "S " + i, conditions));
        }
        return rules;
    }

    private static Condition condition(Random random) {
        RuleMeasure measure = RuleMeasure.values()[1 + random.nextInt(RuleMeasure.values().length - 1)];
        String what = measure.key
                + switch (measure) {
                    case FEATURE -> ":export";
                    case NPS -> List.of(":promoter", ":passive", ":detractor").get(random.nextInt(3));
                    case CSAT -> List.of(":satisfied", ":unsatisfied").get(random.nextInt(2));
                    case CES -> ":hard";
                    case WON_BY -> List.of(":email", ":chat").get(random.nextInt(2));
                    case SEGMENT -> List.of(":plan:free", ":plan:pro").get(random.nextInt(2));
                    default -> "";
                };
        Integer days =
                measure.windowed && random.nextInt(4) > 0 ? List.of(7, 30).get(random.nextInt(2)) : null;
        if (!measure.isNumber()) {
            return new Condition(what, random.nextBoolean() ? "is" : "is-not", null, null, days);
        }
        int scale = measure.isMoney() ? 20 : measure.way == RuleMeasure.Way.SINCE ? 8 : 1;
        BigDecimal from = BigDecimal.valueOf(scale * (1 + random.nextInt(3)));
        String is = List.of("at-least", "at-most", "between").get(random.nextInt(3));
        return new Condition(what, is, from, is.equals("between") ? from.add(BigDecimal.valueOf(scale)) : null, days);
    }

    private void turn(Random random) {
        for (int i = 0; i < 25; i++) {
            int who = 1 + random.nextInt(PEOPLE);
            String at =
                    "timestamptz '2026-03-25 00:00+01' + interval '%d minutes'".formatted(random.nextInt(40 * 24 * 60));
            String later = at + " + interval '%d hours'".formatted(random.nextInt(200));
            int what = random.nextInt(6);
            int channel = 1 + random.nextInt(2);
            facts.run(
                    switch (what) {
                        case 0, 1 -> """
                        insert into event (visitor_id, message_id, at, kind, name_id)
                        values (%d, gen_random_uuid(), %s, %s)
                        """.formatted(who, at, random.nextInt(3) == 0 ? "3, 2" : "1, 1");
                        case 2 ->
                            """
                        insert into order_line (key, order_key, visitor_id, channel_id, at, amount, refunded, refunded_at, content)
                        select k, k, %d, %s, %s, %d, %s, %s, gen_random_uuid() from (select gen_random_uuid()::text) as f(k)
                        """.formatted(
                                    who,
                                    "(select id from channel where key = '" + (channel == 1 ? "email" : "chat") + "')",
                                    at,
                                    10 + random.nextInt(40),
                                    random.nextInt(3) == 0 ? 10 : "null",
                                    later);
                        case 3 -> """
                        insert into ticket_record (key, visitor_id, channel_id, created_at, resolved_at, content)
                        values (gen_random_uuid()::text, %d, %d, %s, %s, gen_random_uuid())
                        """.formatted(who, channel, at, random.nextBoolean() ? "null" : later);
                        case 4 -> """
                        insert into response (key, survey_id, visitor_id, channel_id, at, score, content)
                        values (gen_random_uuid()::text, %d, %d, %d, %s, %d, gen_random_uuid())
                        """.formatted(1 + random.nextInt(2), who, channel, at, random.nextInt(11));
                        default -> """
                        insert into person_trait (visitor_id, trait, value, since) values (%d, 'plan', '%s', %s)
                        """.formatted(who, random.nextBoolean() ? "free" : "pro", at);
                    });
        }
        facts.run("""
                delete from event where message_id in (select message_id from event order by message_id limit 3);
                delete from order_line where key in (select key from order_line order by key limit 1)
                """);
        jdbi.useTransaction(handle -> {
            DirtyDays.markAll(handle);
            SegmentRefresh.refreshAll(handle);
        });
    }

    private List<String> kept() {
        return lines("""
                select person.id || ' ' || d.day || ' ' || coalesce((
                    select v.key from membership m join segment_value v on v.id = m.value_id
                    join segment_group g on g.id = m.group_id and g.key = 'found'
                    where m.person_id = person.id and m.from_day <= d.day and m.to_day > d.day), 'none')
                from person cross join %s order by person.id, d.day
                """.formatted(DAYS));
    }

    private List<String> recounted(List<SegmentRule> rules) {
        String cases = rules.stream()
                .map(rule -> "when %s then '%s'"
                        .formatted(
                                rule.conditions().stream()
                                        .map(BehaviourRecountTest::sql)
                                        .collect(Collectors.joining(" and ")),
                                rule.value()))
                .collect(Collectors.joining("\n"));
        return lines("""
                select person.id || ' ' || d.day || ' ' || case when not coalesce(d.day > (
                    select min(day) from (
                        select day from session where person_id = person.id
                        union all select day from purchase where person_id = person.id
                        union all select %s from ticket where visitor_id = person.id
                        union all select %s from response where visitor_id = person.id and score is not null and score between
                            (select scale_min from survey s where s.id = survey_id) and (select scale_max from survey s where s.id = survey_id)
                    ) as did), false) then 'none' %s else 'none' end
                from person cross join %s order by person.id, d.day
                """.formatted(DAY.formatted("created_at"), DAY.formatted("at"), cases, DAYS));
    }

    private static String sql(Condition condition) {
        String last = "%1$s < d.day" + (condition.days() == null ? "" : " and %1$s >= d.day - " + condition.days());
        String before = last.formatted("day");
        String value = switch (condition.measure()) {
            case VISITS -> "(select count(*) from session where person_id = person.id and %s)".formatted(before);
            case PAGE_VIEWS ->
                "(select coalesce(sum(page_views), 0) from session where person_id = person.id and %s)"
                        .formatted(before);
            case ACTIVE_DAYS ->
                "(select count(distinct day) from session where person_id = person.id and %s)".formatted(before);
            case DAYS_SINCE_VISIT ->
                "d.day - (select max(day) from session where person_id = person.id and day < d.day)";
            case ORDERS ->
                "(select count(*) from purchase where refunded < amount and person_id = person.id and %s)"
                        .formatted(before);
            case ORDER_VALUE ->
                ("coalesce((select sum(amount) from purchase where person_id = person.id and %1$s), 0)"
                                + " - coalesce((select sum(amount) from refund where person_id = person.id and %1$s), 0)")
                        .formatted(before);
            case DAYS_SINCE_ORDER ->
                "d.day - (select max(day) from purchase where refunded < amount and person_id = person.id and day < d.day)";
            case SUBSCRIPTIONS -> "0";
            case TICKETS ->
                "(select count(*) from ticket where visitor_id = person.id and %s)"
                        .formatted(last.formatted(DAY.formatted("created_at")));
            case OPEN_TICKETS ->
                "(select count(*) from ticket where visitor_id = person.id and %s < d.day and not coalesce(%s < d.day, false))"
                        .formatted(DAY.formatted("created_at"), DAY.formatted("resolved_at"));
            case FEATURE ->
                "(select count(*) from event where name_id = 2 and visitor_id = person.id and %s)"
                        .formatted(last.formatted(DAY.formatted("at")));
            case NPS, CSAT, CES -> latest(condition, last);
            case WON_BY -> """
                            (select c.key = '%s' from purchase join channel c on c.id = channel_id
                             where refunded < amount and person_id = person.id and day < d.day order by at, order_key limit 1)
                            """.formatted(condition.item());
            case SEGMENT -> """
                            exists (select from membership m join segment_value v on v.id = m.value_id
                                    join segment_group g on g.id = v.group_id and g.key || ':' || v.key = '%s'
                                    where m.person_id = person.id and m.from_day <= d.day and m.to_day > d.day)
                            """.formatted(condition.item());
            default -> throw new IllegalStateException();
        };
        return "coalesce(" + compared(value, condition.is(), condition.from(), condition.to()) + ", "
                + condition.is().equals("is-not") + ")";
    }

    private static String latest(Condition condition, String last) {
        String meant = switch (condition.item()) {
            case "promoter" -> "score >= 9";
            case "passive" -> "score in (7, 8)";
            case "detractor" -> "score <= 6";
            case "satisfied" -> "score >= 4";
            case "unsatisfied" -> "score <= 3";
            default -> "true";
        };
        return """
                (select %s from response join survey s on s.id = survey_id
                 where visitor_id = person.id and s.kind = '%s' and score between scale_min and scale_max and %s
                 order by at desc, response.id desc limit 1)
                """.formatted(meant, condition.measure().key, last.formatted(DAY.formatted("response.at")));
    }

    private static String compared(String value, String is, @Nullable BigDecimal from, @Nullable BigDecimal to) {
        return switch (is) {
            case "at-least" -> value + " >= " + from;
            case "at-most" -> value + " <= " + from;
            case "between" -> value + " between " + from + " and " + to;
            case "is-not" -> "not " + value;
            default -> value;
        };
    }

    private List<String> lines(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(String.class).list());
    }
}
