package dev.rapport.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.behaviour.BehaviourFactSource;
import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.Grouping;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.FreshDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryEngineTest {
    private static final List<FactSource> CONTRIBUTIONS = List.of(new BehaviourFactSource());
    private static final Period FOUR_DAYS = new Period(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 14));

    private final DataSource source = FreshDatabase.create();
    private final MetricQueries metrics = new QueryEngine(
            source,
            CONTRIBUTIONS,
            List.of(),
            Catalogue::find,
            Clock.fixed(Instant.parse("2026-03-13T12:00:00Z"), ZoneOffset.UTC),
            Duration.ofSeconds(20));

    /** Before: 3 visits on the 7th. Then 1 by e-mail and 2 direct on the 10th, 1 on the 12th, of persons 1 and 2. */
    @BeforeEach
    void facts() throws SQLException {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into person (external_id) values ('one'), ('two');
                    insert into visitor (key, person_id) values ('u:one', 1), ('u:two', 2);
                    insert into event_name (name) values ('page');
                    insert into traffic_source (utm_source, channel_id) select 'news', id from channel where key = 'email';
                    insert into event (visitor_id, message_id, at, kind, name_id, source_id)
                    select visitor, gen_random_uuid(), at::timestamptz, 1, 1, source
                    from (values (1, '2026-03-07 08:00+00', null), (1, '2026-03-07 10:00+00', null),
                                 (1, '2026-03-07 12:00+00', null),
                                 (1, '2026-03-10 08:00+00', 1), (1, '2026-03-10 10:00+00', null),
                                 (2, '2026-03-10 10:00+00', null), (2, '2026-03-12 10:00+00', null))
                        as visit(visitor, at, source);
                    """);
            DirtyDays.mark(JdbiSetup.on(connection), "behaviour", "select at from event");
        }
        new CubeBuilder(JdbiSetup.of(source), CONTRIBUTIONS).refreshAll();
    }

    @Test
    void trendHasEveryDayComparedWithTheOneInItsPlace() {
        Answer answer = metrics.ask("sessions", slice(), Grouping.TREND);
        assertThat(answer.rows())
                .extracting(Answer.Row::label)
                .containsExactly("2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13");
        assertThat(answer.rows()).extracting(row -> value(row)).containsExactly(3L, 0L, 1L, 0L);
        assertThat(answer.compared()).contains(new Period(LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 10)));
        assertThat(answer.rows())
                .extracting(
                        row -> row.before().orElseThrow().value().orElseThrow().longValueExact())
                .containsExactly(0L, 3L, 0L, 0L);
        assertThat(answer.rows()).extracting(Answer.Row::unfinished).containsExactly(false, false, false, true);
    }

    @Test
    void peopleOfTheWholeAreCountedOnceHoweverManyDaysAndChannels() {
        assertThat(value(metrics.ask("unique_visitors", slice(), Grouping.TOTAL).total()))
                .isEqualTo(2);
        assertThat(metrics.ask("unique_visitors", slice(), Grouping.CHANNELS).rows())
                .extracting(row -> row.label() + " " + value(row))
                .containsExactly("Direct 2", "E-mail 1");
    }

    @Test
    void channelAskedForIsShownAlsoWithoutData() {
        Slice asked = slice().withChannels(List.of("sms", "email"));
        assertThat(metrics.ask("sessions", asked, Grouping.CHANNELS).rows())
                .extracting(row -> row.key().channel().orElseThrow() + " " + value(row))
                .containsExactly("email 1", "sms 0");
    }

    @Test
    void nothingToDivideByIsNoData() {
        Slice asked = slice().withChannels(List.of("sms"));
        assertThat(metrics.ask("bounce_rate", asked, Grouping.TOTAL)
                        .total()
                        .figure()
                        .value())
                .isEmpty();
        assertThat(metrics.ask("bounce_rate", slice(), Grouping.TOTAL)
                        .total()
                        .figure()
                        .value()
                        .map(BigDecimal::intValue))
                .contains(100);
    }

    @Test
    void answerSaysUntilWhenFactsAreCountedIn() {
        assertThat(metrics.ask("sessions", slice(), Grouping.TOTAL).freshAt()).isPresent();
    }

    @Test
    void answerSaysThatFactsOfItsTimeAreBeingCounted() throws SQLException {
        assertThat(metrics.ask("sessions", slice(), Grouping.TOTAL).counting()).isFalse();
        mark("behaviour", slice().period().to());
        assertThat(metrics.ask("sessions", slice(), Grouping.TOTAL).counting())
                .as("what comes after the period does not matter to it")
                .isFalse();
        mark("behaviour", slice().period().from());
        assertThat(metrics.ask("sessions", slice(), Grouping.TOTAL).counting()).isTrue();
    }

    private void mark(String family, LocalDate day) throws SQLException {
        try (Connection connection = source.getConnection();
                var statement =
                        connection.prepareStatement("insert into dirty_day (family, day, marked) values (?, ?, 1)")) {
            statement.setString(1, family);
            statement.setObject(2, day);
            statement.executeUpdate();
        }
    }

    @Test
    void unknownMetricIsRefused() {
        assertThatThrownBy(() -> metrics.ask("nonsense", slice(), Grouping.TOTAL))
                .isInstanceOf(UnknownMetricException.class);
    }

    private static long value(Answer.Row row) {
        return row.figure().value().orElseThrow().longValueExact();
    }

    private static Slice slice() {
        return new Slice(
                new TreeSet<>(),
                SegmentFilter.EVERYBODY,
                FOUR_DAYS,
                Optional.empty(),
                Comparison.PREVIOUS,
                Grain.DAY,
                ZoneId.of("UTC"),
                DayOfWeek.MONDAY,
                new TreeMap<>());
    }
}
