package dev.rapport.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQueries;
import dev.rapport.query.QueryEngine;
import dev.rapport.query.Rooms;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import dev.rapport.testsupport.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Person 1 signs up on 1 July (by e-mail), works on the 1st, 3rd and 4th; 2 signs up on the 2nd and looks in on the 5th
 * without working; 3 signs up on the 3rd and never comes back before the 20th; 4 signed up in June and again in July; 5 signs
 * up on the evening of the 30th, at 23:58, and works at 00:10. Reads and reports are the features.
 */
class ProductUseTest {
    private static final List<FactSource> CONTRIBUTIONS = List.of(new BehaviourFactSource());
    private static final Slice JULY = Facts.slice("from=2026-07-01&to=2026-07-31&compare=none");
    private static final Facts FACTS = new Facts().people(6);
    private static final MetricQueries METRICS = new QueryEngine(
            FACTS.database(),
            CONTRIBUTIONS,
            Rooms.all(FactReader.class, FACTS.database()),
            Catalogue::find,
            Clock.systemUTC(),
            Duration.ofSeconds(20));

    @BeforeAll
    static void facts() throws SQLException {
        FACTS.plan(1, "pro", "2026-01-01", "infinity").plan(2, "free", "2026-01-01", "infinity");
        FACTS.run("""
                update settings set first_week_event = 'report_made';
                insert into feature (key, name, event_name, released_on)
                values ('reports', 'Reports', 'report_made', '2026-06-30'), ('reading', 'Reading', 'text_read', null);
                insert into page (path) values ('/'), ('/end');
                insert into event_name (name) values ('page'), ('sign_up'), ('report_made'), ('text_read');
                insert into traffic_source (utm_source, channel_id) select 'news', id from channel where key = 'email';
                insert into event (visitor_id, message_id, at, kind, name_id, page_id, source_id, visible_ms, scroll_percent)
                select visitor, gen_random_uuid(), at::timestamptz, case name when 'page' then 1 else 3 end,
                       (select id from event_name where event_name.name = hit.name),
                       (select id from page where page.path = hit.path), source, visible, scroll
                from (values
                    (1, '2026-07-01 10:00+02', 'page', '/', 1, 10000, 40), (1, '2026-07-01 10:01+02', 'sign_up', null, null, null, null),
                    (1, '2026-07-01 10:02+02', 'report_made', null, null, null, null),
                    (1, '2026-07-01 10:03+02', 'page', '/end', null, 30000, 100),
                    (1, '2026-07-01 10:04+02', 'page', '/', null, null, null),
                    (1, '2026-07-03 10:00+02', 'text_read', null, null, null, null),
                    (1, '2026-07-04 10:00+02', 'report_made', null, null, null, null),
                    (2, '2026-07-02 10:00+02', 'sign_up', null, null, null, null),
                    (2, '2026-07-02 10:01+02', 'report_made', null, null, null, null),
                    (2, '2026-07-05 10:00+02', 'page', '/', null, 20000, 80),
                    (3, '2026-07-03 10:00+02', 'sign_up', null, null, null, null),
                    (3, '2026-07-20 10:00+02', 'page', '/end', null, 5000, null),
                    (4, '2026-06-10 10:00+02', 'sign_up', null, null, null, null),
                    (4, '2026-07-10 10:00+02', 'sign_up', null, null, null, null),
                    (5, '2026-07-30 23:58+02', 'sign_up', null, null, null, null),
                    (5, '2026-07-31 00:10+02', 'report_made', null, null, null, null))
                    as hit(visitor, at, name, path, source, visible, scroll);
                insert into subscription (key, visitor_id, channel_id, plan, amount, started_at, ended_at, content)
                select 's' || n, n, (select id from channel where key = 'email'), 'pro', 10, '2026-01-01', ended::timestamptz,
                       gen_random_uuid()
                from (values (1, null), (2, null), (3, null), (6, '2026-07-02 12:00+02')) as s(n, ended);
                """);
        try (Connection connection = FACTS.connection()) {
            DirtyDays.mark(JdbiSetup.on(connection), "behaviour", "select at from event");
        }
        new CubeBuilder(JdbiSetup.of(FACTS.database()), CONTRIBUTIONS).refreshAll();
    }

    @Test
    void firstWeekCountsWhoSignedUpForTheFirstTimeEver() {
        assertThat(said(total("first_week_engagement", JULY))).isEqualTo("1 of 4");
        assertThat(said(total("first_week_drop_off", JULY))).isEqualTo("1 of 4");
        assertThat(said(total("first_week_engagement", Facts.slice("from=2026-06-01&to=2026-06-30"))))
                .isEqualTo("0 of 1");
    }

    @Test
    void aSignUpBeforeMidnightHasItsSecondDayAfterIt() {
        Slice last = Facts.slice("from=2026-07-30&to=2026-07-30");
        assertThat(said(total("first_week_drop_off", last))).isEqualTo("0 of 1");
        FACTS.run("update settings set first_week_event = null");
        assertThat(said(total("first_week_engagement", last))).isEqualTo("1 of 1");
        FACTS.run("update settings set first_week_event = 'report_made'");
    }

    @Test
    void firstWeekByChannelAndSegmentOfTheSignUp() {
        assertThat(METRICS.ask("first_week_engagement", JULY, Grouping.CHANNELS).rows())
                .extracting(row -> row.key().channel().orElseThrow() + " " + said(row.figure()))
                .contains("email 1 of 1", "direct 0 of 3");
        assertThat(METRICS.ask("first_week_engagement", JULY, Grouping.segments("plan"))
                        .rows())
                .extracting(row -> row.key().segmentValue().orElseThrow() + " " + said(row.figure()))
                .containsExactlyInAnyOrder("pro 1 of 1", "free 0 of 1", "none 0 of 2");
        assertThat(said(total("first_week_engagement", JULY.withChannels(List.of("email")))))
                .isEqualTo("1 of 1");
    }

    @Test
    void withoutAnEventSignedUpIsWhoIsFirstSeenUnderANumber() {
        FACTS.run("update settings set sign_up_event = null");
        assertThat(said(total("first_week_engagement", JULY))).isEqualTo("1 of 4");
        assertThat(METRICS.ask("first_week_engagement", JULY, Grouping.TOTAL).notes())
                .containsExactly("signed_up_by_number", "first_weeks_that_are_over");
        FACTS.run("update settings set sign_up_event = 'sign_up'");
    }

    @Test
    void timeToValueCountsThoseWhoStillWait() {
        // After 60, 60 and 720 seconds; person 3 has made no report yet.
        assertThat(seconds(METRICS.ask("time_to_value", JULY, Grouping.TOTAL)
                        .total()
                        .figure()))
                .isEqualTo("390 of 3/4");
        assertThat(METRICS.ask("time_to_value", JULY, Grouping.CHANNELS).rows())
                .extracting(row -> row.key().channel().orElseThrow() + " " + seconds(row.figure()))
                .contains("email 60 of 1/1", "direct 720 of 2/3");
        assertThat(METRICS.ask("time_to_value", JULY, Grouping.TOTAL).notes())
                .containsExactly("signed_up_by_event", "value_by_key_event", "waiting_for_value_counted");
        FACTS.run("update settings set first_week_event = null");
        assertThat(seconds(METRICS.ask("time_to_value", JULY, Grouping.TOTAL)
                        .total()
                        .figure()))
                .isEqualTo("390 of 3/4");
        FACTS.run("update settings set first_week_event = 'report_made'");
    }

    private static String seconds(Figure figure) {
        return figure.value().orElseThrow().stripTrailingZeros().toPlainString() + " of " + figure.numerator() + "/"
                + figure.denominator();
    }

    @Test
    void featureUsageIsOfAllActivePeopleForEachFeature() {
        assertThat(said(total("feature_usage", JULY))).isEqualTo("3 of 5");
        assertThat(METRICS.ask("feature_usage", JULY, Grouping.parts(Dimension.FEATURE))
                        .rows())
                .extracting(row -> row.key().part().orElseThrow() + " " + said(row.figure()))
                .containsExactly("reports 3 of 5", "reading 1 of 5");
        Slice reading = JULY.withOption(SliceOption.FEATURE, Optional.of("reading"));
        assertThat(said(total("feature_usage", reading))).isEqualTo("1 of 5");
    }

    @Test
    void activityRateHoldsTheDaysPeopleAgainstTheDaysCustomers() {
        // 4 customers on the 1st, 3 on the 2nd and 3rd; one visitor on each of the first two days, two on the third.
        Slice days = Facts.slice("from=2026-07-01&to=2026-07-03&compare=none");
        Figure rate = total("activity_rate", days);
        assertThat(rate.value().orElseThrow().doubleValue())
                .isEqualTo(100.0 * 4 / 10, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(METRICS.ask("activity_rate", days, Grouping.TREND).rows())
                .extracting(row -> said(row.figure()))
                .containsExactly("1 of 4", "1 of 3", "2 of 3");
        Slice month = days.withOption(SliceOption.ACTIVE, Optional.of("mau"));
        assertThat(METRICS.ask("activity_rate", month, Grouping.TREND).rows())
                .extracting(row -> said(row.figure()))
                .containsExactly("2 of 4", "3 of 3", "4 of 3");
    }

    @Test
    void pagesKnowHowTheyAreReadAndWhereVisitsEnd() {
        assertThat(parts("page_views")).containsExactly("/ 3", "/end 2");
        assertThat(parts("time_on_page")).containsExactlyInAnyOrder("/ 15", "/end 17.5");
        assertThat(parts("scroll_depth")).containsExactlyInAnyOrder("/ 60", "/end 100");
        assertThat(METRICS.ask("exit_rate", JULY, Grouping.parts(Dimension.PAGE))
                        .rows())
                .extracting(row -> row.key().part().orElseThrow() + " " + said(row.figure()))
                .containsExactly("/ 2 of 3", "/end 1 of 2");
        assertThat(said(total("exit_rate", JULY))).isEqualTo("3 of 5");
        Slice end = JULY.withOption(SliceOption.PAGE_PATH, Optional.of("/end"));
        assertThat(said(total("exit_rate", end))).isEqualTo("1 of 2");
    }

    private static List<String> parts(String key) {
        return METRICS.ask(key, JULY, Grouping.parts(Dimension.PAGE)).rows().stream()
                .map((Answer.Row row) -> row.key().part().orElseThrow() + " "
                        + row.figure()
                                .value()
                                .orElseThrow()
                                .stripTrailingZeros()
                                .toPlainString())
                .toList();
    }

    private static Figure total(String key, Slice slice) {
        return METRICS.ask(key, slice, Grouping.TOTAL).total().figure();
    }

    private static String said(Figure figure) {
        return figure.value().isEmpty()
                ? "none"
                : figure.numerator().stripTrailingZeros().toPlainString() + " of "
                        + figure.denominator().stripTrailingZeros().toPlainString();
    }
}
