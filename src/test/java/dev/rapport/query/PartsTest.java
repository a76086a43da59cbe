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
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import dev.rapport.support.SupportFactSource;
import dev.rapport.testsupport.Facts;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static final List<FactSource> CONTRIBUTIONS = List.of(new BehaviourFactSource(), new SupportFactSource());
    private static final Slice JULY = Facts.slice("from=2026-07-01&to=2026-07-31&compare=previous");

    private final Facts facts = new Facts().people(3);
    private final MetricQueries metrics = new QueryEngine(
            facts.database(), CONTRIBUTIONS, List.of(), Catalogue::find, Clock.systemUTC(), Duration.ofSeconds(20));

    /**
     * July: two visits of person 1 and one of 2 by the campaign "spring", one of 2 by none; one "spring" in June. Tickets:
     * two of billing (one of them by phone), one that names nothing; one of delivery in June.
     */
    @BeforeEach
    void facts() throws SQLException {
        facts.plan(1, "pro", "2026-01-01", "infinity").plan(2, "free", "2026-01-01", "infinity");
        facts.run("""
                insert into event_name (name) values ('page');
                insert into traffic_source (utm_source, utm_campaign, channel_id)
                select 'news', 'spring', id from channel where key = 'email';
                insert into event (visitor_id, message_id, at, kind, name_id, source_id)
                select visitor, gen_random_uuid(), at::timestamptz, 1, 1, source
                from (values (1, '2026-06-07 08:00+00', 1), (1, '2026-07-07 10:00+00', 1), (1, '2026-07-08 10:00+00', 1),
                             (2, '2026-07-10 08:00+00', 1), (2, '2026-07-11 08:00+00', null))
                    as visit(visitor, at, source);
                insert into ticket (key, visitor_id, channel_id, issue_type, created_at, content)
                select key, visitor, (select id from channel where channel.key = by), issue, at::timestamptz, gen_random_uuid()
                from (values ('t1', 1, 'chat', 'billing', '2026-07-01 10:00+00'), ('t2', 3, 'phone', 'billing', '2026-07-02 10:00+00'),
                             ('t3', 2, 'chat', null, '2026-07-03 10:00+00'), ('t4', 2, 'chat', 'delivery', '2026-06-03 10:00+00'))
                    as ticket(key, visitor, by, issue, at);
                """);
        try (Connection connection = facts.connection()) {
            DirtyDays.mark(JdbiSetup.on(connection), "behaviour", "select at from event");
            DirtyDays.mark(JdbiSetup.on(connection), "support", "select created_at from ticket");
        }
        new CubeBuilder(JdbiSetup.of(facts.database()), CONTRIBUTIONS).refreshAll();
    }

    @Test
    void sumsOfPartsAreTheWholeAndTheLargestIsFirst() {
        Answer answer = metrics.ask("ticket_volume", JULY, Grouping.parts(Dimension.ISSUE_TYPE));
        assertThat(answer.rows())
                .extracting(row -> row.key().part().orElseThrow() + " " + value(row) + " before "
                        + row.before().orElseThrow().value().orElseThrow())
                .containsExactly("billing 2 before 0", " 1 before 0", "delivery 0 before 1");
        assertThat(value(metrics.ask("ticket_volume", JULY, Grouping.TOTAL).total()))
                .isEqualTo(3);
    }

    @Test
    void peopleCountOnceInEachPart() {
        assertThat(shown("unique_visitors", JULY, Grouping.parts(Dimension.CAMPAIGN)))
                .containsExactly("spring 2", " 1");
        assertThat(shown("sessions", JULY, Grouping.parts(Dimension.CAMPAIGN))).containsExactly("spring 3", " 1");
        assertThat(shown("new_visitor_share", JULY, Grouping.parts(Dimension.CAMPAIGN)))
                .as("one of the two visitors by spring came for the first time; so did whoever came by none")
                .containsExactly("spring 50", " 100");
    }

    @Test
    void goalsStandSideBySideEachOfTheSameVisitors() throws SQLException {
        facts.run("""
                update settings set default_goal_id = null;
                delete from goal;
                insert into goal (key, name, campaign_pattern, channel_key, position)
                values ('ad', 'Ad', 'SPR*', null, 1), ('mail', 'Mail', null, 'email', 2), ('direct', 'Direct', null, 'direct', 3),
                       ('autumn', 'Autumn', 'autumn_', null, 4)
                """);
        count();
        assertThat(shown("conversion_rate", JULY, Grouping.parts(Dimension.GOAL)))
                .containsExactly("ad 100", "mail 100", "direct 50", "autumn 0");
        assertThat(shown(
                        "conversion_rate",
                        JULY.withOption(SliceOption.UNIT, Optional.of("sessions")),
                        Grouping.parts(Dimension.GOAL)))
                .containsExactly("ad 75", "mail 75", "direct 25", "autumn 0");
        Slice ad = JULY.withOption(SliceOption.GOAL, Optional.of("ad"));
        assertThat(metrics.ask("conversion_rate", ad, Grouping.CHANNELS).rows())
                .filteredOn(row -> row.figure().n() > 0)
                .extracting(row -> row.label() + " " + value(row))
                .containsExactlyInAnyOrder("E-mail 100", "Direct 0");
        Slice pro = Facts.slice("from=2026-07-01&to=2026-07-31&segment=plan:free");
        assertThat(shown("conversion_rate", pro, Grouping.parts(Dimension.GOAL)))
                .containsExactly("ad 100", "mail 100", "direct 100", "autumn 0");
        assertThatThrownBy(() -> metrics.ask("sessions", JULY, Grouping.parts(Dimension.GOAL)))
                .isInstanceOf(BadSliceException.class);
    }

    /** Person 1 lands on /a, once going on to /b; person 2 on /b. */
    @Test
    void landingPagesTellHowVisitsGoOn() throws SQLException {
        facts.run("""
                insert into page (path) values ('/a'), ('/b');
                update event set page_id = (select id from page where path = case visitor_id when 1 then '/a' else '/b' end),
                                 visible_ms = 10000;
                insert into event (visitor_id, message_id, at, kind, name_id, page_id, visible_ms)
                select 1, gen_random_uuid(), '2026-07-07 10:05+00', 1, 1, id, 25000 from page where path = '/b';
                """);
        count();
        Grouping landings = Grouping.parts(Dimension.LANDING_PAGE);
        assertThat(shown("sessions", JULY, landings)).containsExactlyInAnyOrder("/a 2", "/b 2");
        assertThat(shown("bounce_rate", JULY, landings)).containsExactlyInAnyOrder("/a 50", "/b 100");
        assertThat(metrics.ask("pages_per_session", JULY, landings).rows())
                .extracting(row -> row.label() + " " + row.figure().value().orElseThrow())
                .containsExactlyInAnyOrder("/a 1.5", "/b 1");
        assertThat(shown("time_on_page", JULY, landings)).containsExactlyInAnyOrder("/a 15", "/b 10");
        Slice secondPage = JULY.withOption(SliceOption.PAGE_PATH, Optional.of("/b"));
        assertThat(shown("time_on_page", secondPage, landings)).containsExactlyInAnyOrder("/a 25", "/b 10");
        Slice landed = JULY.withOption(SliceOption.LANDING_PAGE, Optional.of("/a"));
        assertThat(value(metrics.ask("unique_visitors", landed, Grouping.TOTAL).total()))
                .isEqualTo(1);
    }

    private void count() throws SQLException {
        try (Connection connection = facts.connection()) {
            DirtyDays.markFamily(JdbiSetup.on(connection), "behaviour");
        }
        new CubeBuilder(JdbiSetup.of(facts.database()), CONTRIBUTIONS).refreshAll();
    }

    @Test
    void partOfSegmentsAndChannels() {
        Slice pro = Facts.slice("from=2026-07-01&to=2026-07-31&segment=plan:pro");
        assertThat(shown("sessions", pro, Grouping.parts(Dimension.CAMPAIGN))).containsExactly("spring 2");
        Grouping both = new Grouping(false, true, Optional.empty(), Optional.of(Dimension.ISSUE_TYPE));
        assertThat(metrics.ask("ticket_volume", JULY, both).rows())
                .extracting(row -> row.label() + " " + value(row))
                .contains("Chat · billing 1", "Phone · billing 1", "Chat 1");
    }

    @Test
    void narrowedToOnePartEverythingIsOfThatPart() {
        Slice spring = JULY.withOption(SliceOption.CAMPAIGN, Optional.of("spring"));
        assertThat(value(metrics.ask("sessions", spring, Grouping.TOTAL).total()))
                .isEqualTo(3);
        assertThat(value(metrics.ask("unique_visitors", spring, Grouping.TOTAL).total()))
                .isEqualTo(2);
        assertThat(metrics.ask("sessions", spring, Grouping.TREND).rows())
                .hasSize(31)
                .filteredOn(row -> value(row) > 0)
                .extracting(Answer.Row::label)
                .containsExactly("2026-07-07", "2026-07-08", "2026-07-10");
        assertThat(value(metrics.ask("ticket_volume", spring, Grouping.TOTAL).total()))
                .as("tickets know no campaign, so the option is not theirs")
                .isEqualTo(3);
    }

    @Test
    void unknownPartIsRefused() {
        assertThatThrownBy(() -> metrics.ask("ticket_volume", JULY, Grouping.parts(Dimension.PAGE)))
                .isInstanceOf(BadSliceException.class);
    }

    private List<String> shown(String key, Slice slice, Grouping grouping) {
        return metrics.ask(key, slice, grouping).rows().stream()
                .map(row -> row.key().part().orElseThrow() + " " + value(row))
                .toList();
    }

    private static long value(Answer.Row row) {
        return row.figure().value().map(BigDecimal::longValue).orElse(0L);
    }
}
