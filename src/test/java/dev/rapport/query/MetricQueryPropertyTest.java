package dev.rapport.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.behaviour.BehaviourFactSource;
import dev.rapport.campaign.AttributionFactSource;
import dev.rapport.campaign.CampaignFactSource;
import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.build.Naive;
import dev.rapport.cube.build.World;
import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.CellMetric;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Input;
import dev.rapport.metric.Inputs;
import dev.rapport.metric.Measure;
import dev.rapport.metric.Metric;
import dev.rapport.metric.RowSet;
import dev.rapport.metric.SurveyItems;
import dev.rapport.revenue.RevenueFactSource;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import dev.rapport.social.SocialFactSource;
import dev.rapport.support.SupportFactSource;
import dev.rapport.testsupport.FreshDatabase;
import dev.rapport.voice.VoiceFactSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any question, cut any way, is answered as counting the facts answers it. */
class MetricQueryPropertyTest {
    private static final List<FactSource> CONTRIBUTIONS = List.of(
            new BehaviourFactSource(),
            new VoiceFactSource(),
            new SupportFactSource(),
            new RevenueFactSource(),
            new CampaignFactSource(),
            new AttributionFactSource(),
            new SocialFactSource());
    private static final List<Input> INPUTS = List.of(
            Input.sum(Measure.PAGE_VIEWS),
            Input.sum(Measure.SESSION_DURATION),
            Input.sum(Measure.VISIBLE_TIME),
            Input.sum(Measure.REVENUE),
            Input.sum(Measure.GOAL_COMPLETIONS),
            Input.sum(Measure.SPEND),
            Input.sum(Measure.ATTRIBUTED_REVENUE),
            Input.sum(Measure.SHARES),
            Input.sum(Measure.FRUSTRATED),
            Input.sum(Measure.ANSWERS),
            new Input.Sum(Measure.GOAL_SESSIONS, Optional.of(1)),
            new Input.Sum(Measure.NPS_PROMOTERS, Optional.of(2)),
            Input.people(Measure.SESSIONS),
            Input.people(Measure.FEATURE_USES),
            Input.people(Measure.TICKETS_CREATED),
            new Input.People(Measure.GOAL_SESSIONS, Optional.of(6)),
            Input.people(Measure.GOAL_SESSIONS),
            new Input.PeopleAlso(Measure.SESSIONS, Measure.FIRST_SESSIONS),
            new Input.MeanActive(Measure.SESSIONS, 1),
            new Input.MeanActive(Measure.SESSIONS, 7),
            new Input.ActiveAtEnd(Measure.SESSIONS, 30),
            new Input.ActiveAtEnd(Measure.SESSIONS, 0));

    /** Answers one input as it is. */
    private record Plain(Input input) implements CellMetric {
        @Override
        public Definition definition() {
            return new Definition(
                    "plain",
                    Definition.Topic.SITE,
                    Definition.Unit.MONEY,
                    Definition.Better.UP,
                    Optional.empty(),
                    List.of(),
                    true,
                    false,
                    true,
                    0,
                    false,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    List.of(),
                    RowSet.of("session"));
        }

        @Override
        public Set<Input> inputs(Slice slice, SurveyItems items) {
            return Set.of(input);
        }

        @Override
        public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
            return Figure.of(inputs.get(input), 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"11, Europe/Berlin, 2026-03-29, 2026-10-25", "12, America/New_York, 2026-03-08, 2026-11-01"})
    void answersAreWhatCountingSays(long seed, String zone, LocalDate one, LocalDate other) throws SQLException {
        DataSource source = FreshDatabase.create();
        World world = new World(source, seed, ZoneId.of(zone), List.of(one, other));
        for (int turn = 0; turn < 25; turn++) {
            world.turn();
        }
        new CubeBuilder(JdbiSetup.of(source), CONTRIBUTIONS).refreshAll();
        Random random = new Random(seed);
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(Naive.TABLES);
            statement.execute("create index on naive (measure, at)");
            List<MetricQuery> asks = new ArrayList<>();
            List<List<Answer.Row>> answers = new ArrayList<>();
            for (int question = 0; question < 150; question++) {
                Input input = INPUTS.get(question % INPUTS.size());
                Slice slice = slice(random, ZoneId.of(zone), random.nextBoolean() ? one : other);
                Grouping grouping = new Grouping(
                        random.nextBoolean(),
                        random.nextInt(3) == 0,
                        random.nextInt(3) == 0
                                ? Optional.of(random.nextBoolean() ? "plan" : "region")
                                : Optional.empty());
                if (slice.grain() == Grain.HOUR && !grouping.byBucket()) {
                    slice = slice.withGrain(Grain.DAY);
                }
                asks.add(new MetricQuery(Integer.toString(question % INPUTS.size()), slice, grouping));
                answers.add(check(source, connection, input, slice, grouping).rows());
            }
            // Asked at once, and once more when all has been read before.
            MetricQueries metrics = engine(source, key -> Optional.of(new Plain(INPUTS.get(Integer.parseInt(key)))));
            for (int turn = 0; turn < 2; turn++) {
                assertThat(metrics.askAll(asks)).extracting(Answer::rows).isEqualTo(answers);
            }
            everythingOf(metrics, asks, answers);
        }
    }

    /** Several metrics of one slice, which share what they read. */
    private static void everythingOf(MetricQueries metrics, List<MetricQuery> asks, List<List<Answer.Row>> answers) {
        for (int i = 0; i < asks.size(); i += 7) {
            MetricQuery asked = asks.get(i);
            List<MetricQuery> all = IntStream.range(0, INPUTS.size())
                    .mapToObj(input -> new MetricQuery(Integer.toString(input), asked.slice(), asked.grouping()))
                    .toList();
            List<Answer> together = metrics.askAll(all);
            for (int input = 0; input < all.size(); input++) {
                Answer alone = metrics.askAll(List.of(all.get(input))).get(0);
                assertThat(together.get(input).rows()).as("%s", all.get(input)).isEqualTo(alone.rows());
            }
            assertThat(together.get(Integer.parseInt(asked.metric())).rows()).isEqualTo(answers.get(i));
        }
    }

    private static QueryEngine engine(DataSource source, Function<String, Optional<Metric>> catalogue) {
        return new QueryEngine(
                source,
                CONTRIBUTIONS,
                List.of(),
                catalogue,
                Clock.fixed(Instant.parse("2027-12-31T00:00:00Z"), ZoneOffset.UTC),
                Duration.ofMinutes(1));
    }

    private static Answer check(DataSource source, Connection connection, Input input, Slice slice, Grouping grouping)
            throws SQLException {
        Answer answer = engine(source, key -> Optional.of(new Plain(input))).ask("plain", slice, grouping);
        List<Bucket> buckets = slice.buckets();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < answer.rows().size(); i++) {
            Answer.Row row = answer.rows().get(i);
            Instant from = start(slice, slice.period().from());
            Instant to = start(slice, slice.period().to());
            if (grouping.byBucket()) {
                Bucket bucket = buckets.stream()
                        .filter(each ->
                                Optional.of(each.start()).equals(row.key().bucket()))
                        .findFirst()
                        .orElseThrow();
                from = bucket.from();
                to = bucket.to();
            }
            BigDecimal counted = counted(connection, input, slice, grouping, row.key(), from, to);
            assertThat(row.figure().value().orElseThrow().setScale(6, RoundingMode.HALF_UP))
                    .as("%s %s %s %s", input, slice, grouping, row.key())
                    .isEqualTo(counted.setScale(6, RoundingMode.HALF_UP));
            sum = sum.add(row.figure().value().orElseThrow());
        }
        if (grouping.byBucket()
                && !grouping.byChannel()
                && grouping.segmentGroup().isEmpty()) {
            assertThat(answer.rows()).hasSize(buckets.size());
        }
        if (input instanceof Input.Sum) {
            // Nothing is left out: the rows add up to the whole.
            assertThat(sum)
                    .isEqualByComparingTo(counted(
                            connection,
                            input,
                            slice,
                            Grouping.TOTAL,
                            DimensionKey.TOTAL,
                            start(slice, slice.period().from()),
                            start(slice, slice.period().to())));
        }
        return answer;
    }

    private static Instant start(Slice slice, LocalDate day) {
        return day.atStartOfDay(slice.zone()).toInstant();
    }

    private static BigDecimal counted(
            Connection connection,
            Input input,
            Slice slice,
            Grouping grouping,
            DimensionKey key,
            Instant from,
            Instant to)
            throws SQLException {
        String where = where(slice, grouping, key);
        String span = " and at >= '" + from + "' and at < '" + to + "'";
        LocalDate first = from.atZone(slice.zone()).toLocalDate();
        LocalDate last = to.minusNanos(1).atZone(slice.zone()).toLocalDate();
        String sql;
        if (input instanceof Input.Sum asked) {
            sql = "select coalesce(sum(value), 0) from naive where " + of(asked.measure(), asked.item()) + where + span;
        } else if (input instanceof Input.People asked) {
            sql = "select count(distinct person_id) from naive where " + of(asked.measure(), asked.item()) + where
                    + span;
        } else if (input instanceof Input.PeopleAlso asked) {
            sql = "select count(distinct person_id) from naive where " + of(asked.measure(), Optional.empty()) + where
                    + span + " and person_id in (select person_id from naive where "
                    + of(asked.also(), Optional.empty()) + span + ")";
        } else if (input instanceof Input.MeanActive asked) {
            sql = """
                    select avg((select count(distinct person_id) from naive where %s %s
                                and day > d::date - %d and day <= d::date))
                    from generate_series('%s'::timestamp, '%s'::timestamp, '1 day') as d
                    """.formatted(of(asked.measure(), Optional.empty()), where, asked.days(), first, last);
        } else if (input instanceof Input.ActiveAtEnd asked) {
            boolean itself = asked.days() == 0
                    || grouping.byBucket() && slice.grain() == Grain.MONTH
                    || !grouping.byBucket()
                            && first.getDayOfMonth() == 1
                            && first.plusMonths(1).equals(last.plusDays(1));
            String days = itself
                    ? " and day >= '" + first + "' and day <= '" + last + "'"
                    : " and day > date '" + last + "' - " + asked.days() + " and day <= '" + last + "'";
            sql = "select count(distinct person_id) from naive where " + of(asked.measure(), Optional.empty()) + where
                    + days;
        } else {
            throw new IllegalArgumentException(input.toString());
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getBigDecimal(1);
        }
    }

    private static String of(Measure measure, Optional<Integer> item) {
        return "measure = " + measure.id() + item.map(id -> " and item = " + id).orElse("");
    }

    private static String where(Slice slice, Grouping grouping, DimensionKey key) {
        StringBuilder where = new StringBuilder();
        if (!slice.channels().isEmpty()) {
            where.append(" and (select key from channel where id = channel_id) in ('")
                    .append(String.join("', '", slice.channels()))
                    .append("')");
        }
        key.channel()
                .ifPresent(channel -> where.append(" and (select key from channel where id = channel_id) = '")
                        .append(channel)
                        .append("'"));
        slice.segments()
                .values()
                .forEach((group, values) -> where.append(value(group))
                        .append(" in ('")
                        .append(String.join("', '", values))
                        .append("')"));
        key.segmentValue()
                .ifPresent(value -> where.append(value(grouping.segmentGroup().orElseThrow()))
                        .append(" = '")
                        .append(value)
                        .append("'"));
        return where.toString();
    }

    private static String value(String group) {
        return " " + """
                and coalesce((select value.key from segment_value as value join segment_group on segment_group.id = group_id
                     where segment_group.key = '%s'
                       and value.id = any((select value_ids from signature where id = signature_id)::int[])), 'none')""".formatted(group);
    }

    static Slice slice(Random random, ZoneId zone, LocalDate centre) {
        SortedSet<String> channels = new TreeSet<>();
        if (random.nextInt(3) == 0) {
            channels.add("direct");
            channels.add(random.nextBoolean() ? "organic-search" : "paid-search");
        }
        TreeMap<String, SortedSet<String>> segments = new TreeMap<>();
        for (String group : List.of("plan", "region", "generation")) {
            if (random.nextInt(4) == 0) {
                SortedSet<String> values = new TreeSet<>(List.of("none"));
                if (!group.equals("generation")) {
                    values = new TreeSet<>(random.nextBoolean() ? List.of("a", "none") : List.of("b"));
                }
                segments.put(group, values);
            }
        }
        LocalDate from = centre.minusDays(random.nextInt(80));
        Period period = new Period(from, from.plusDays(1 + random.nextInt(random.nextBoolean() ? 14 : 150)));
        Grain grain = Grain.values()[random.nextInt(Grain.values().length)];
        if (grain == Grain.HOUR) {
            period = new Period(centre.minusDays(2), centre.plusDays(1 + random.nextInt(2)));
        }
        return new Slice(
                channels,
                new SegmentFilter(segments),
                period,
                Optional.empty(),
                Comparison.PREVIOUS,
                grain,
                zone,
                DayOfWeek.of(1 + random.nextInt(7)),
                new TreeMap<>());
    }
}
