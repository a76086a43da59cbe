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
import dev.rapport.query.MetricQueries;
import dev.rapport.query.QueryEngine;
import dev.rapport.query.Rooms;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import dev.rapport.testsupport.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reports and pages below /app are the product. Person 1, a customer of e-mail, looks at the site on 1 July and makes a report
 * on the 2nd; 2 works on the 1st and 3rd and pays, by chat, from noon of the 2nd; 3 never pays, works on the 1st and looks at
 * the site on the 2nd; 4, a customer of e-mail until noon of the 1st, works on the 1st and 2nd.
 */
class MarkedUseTest {
    private static final List<FactSource> CONTRIBUTIONS = List.of(new BehaviourFactSource());
    private static final Slice DAYS = Facts.slice("from=2026-07-01&to=2026-07-03&compare=none");
    private static final String MARKS =
            "insert into product_use (event_name, page_pattern) values ('report_made', null), (null, '/app/*');";

    private final Facts facts = new Facts().people(4);
    private final MetricQueries metrics = new QueryEngine(
            facts.database(),
            CONTRIBUTIONS,
            Rooms.all(FactReader.class, facts.database()),
            Catalogue::find,
            Clock.systemUTC(),
            Duration.ofSeconds(20));

    @BeforeEach
    void facts() throws SQLException {
        facts.run("""
                insert into page (path) values ('/'), ('/app/x');
                insert into event_name (name) values ('page'), ('report_made');
                insert into event (visitor_id, message_id, at, kind, name_id, page_id)
                select visitor, gen_random_uuid(), at::timestamptz, case when path is null then 3 else 1 end,
                       (select id from event_name where name = case when path is null then 'report_made' else 'page' end),
                       (select id from page where page.path = hit.path)
                from (values
                    (1, '2026-07-01 10:00+02', '/'), (1, '2026-07-02 10:00+02', null),
                    (2, '2026-07-01 10:00+02', '/app/x'), (2, '2026-07-03 10:00+02', '/app/x'),
                    (3, '2026-07-01 11:00+02', null), (3, '2026-07-02 10:00+02', '/'),
                    (4, '2026-07-01 10:00+02', '/app/x'), (4, '2026-07-02 09:00+02', '/app/x')) as hit(visitor, at, path);
                insert into subscription (key, visitor_id, channel_id, plan, amount, started_at, ended_at, content)
                select 's' || n, n, (select id from channel where key = channel), 'pro', 10, started::timestamptz,
                       ended::timestamptz, gen_random_uuid()
                from (values (1, 'email', '2026-01-01', null), (2, 'chat', '2026-07-02 12:00+02', null),
                             (4, 'email', '2026-01-01', '2026-07-01 12:00+02')) as s(n, channel, started, ended);
                """);
        count();
    }

    private void count() throws SQLException {
        try (Connection connection = facts.connection()) {
            DirtyDays.markFamily(JdbiSetup.on(connection), "behaviour");
        }
        refresh();
    }

    private void refresh() {
        new CubeBuilder(JdbiSetup.of(facts.database()), CONTRIBUTIONS).refreshAll();
    }

    @Test
    void everyVisitCountsWhileNothingIsMarked() {
        assertThat(active("dau")).containsExactly("4", "3", "1");
        assertThat(metrics.ask("dau", DAYS, Grouping.TOTAL).notes()).containsExactly("active_by_every_visit");
    }

    @Test
    void markedEventsAndPagesAreTheProduct() throws SQLException {
        facts.run(MARKS);
        count();

        assertThat(active("dau")).containsExactly("3", "2", "1");
        assertThat(active("mau")).containsExactly("3", "4", "4");
        assertThat(total("dau").value().orElseThrow()).isEqualByComparingTo("2");
        assertThat(said(total("stickiness"))).isEqualTo("2 of 4");
        assertThat(said(total("unique_visitors"))).isEqualTo("4 of 1");
        assertThat(metrics.ask("stickiness", DAYS, Grouping.TOTAL).notes()).containsExactly("active_by_product_use");
    }

    @Test
    void featuresAreTheProductOnceAnythingIsMarked() throws SQLException {
        facts.run("""
                insert into feature (key, name, event_name) values ('reports', 'Reports', 'report_made');
                insert into product_use (page_pattern) values ('/app/*')
                """);
        count();

        assertThat(active("dau")).containsExactly("3", "2", "1");
        assertThat(said(total("feature_usage"))).isEqualTo("2 of 4");
    }

    @Test
    void onlyCustomersCountByChoiceAsLongAsTheyAreCustomers() throws SQLException {
        facts.run(MARKS + "update settings set product_customers_only = true");
        count();

        assertThat(active("dau")).containsExactly("1", "1", "1");
        assertThat(metrics.ask("dau", DAYS, Grouping.TOTAL).notes())
                .containsExactly("active_by_product_use", "active_customers_only");

        facts.run("update subscription set current = false where key = 's2'");
        refresh();
        assertThat(active("dau")).containsExactly("1", "1", "0");

        facts.run("update subscription set current = true, started_at = '2026-01-01' where key = 's2'");
        refresh();
        assertThat(active("dau")).containsExactly("2", "1", "1");
    }

    @Test
    void everyVisitOfCustomersCountsWhereNothingIsMarked() throws SQLException {
        facts.run("update settings set product_customers_only = true");
        count();

        assertThat(active("dau")).containsExactly("2", "1", "1");
        assertThat(said(total("unique_visitors"))).isEqualTo("4 of 1");
    }

    @Test
    void activityRateOfAChannelIsOfThoseItWonAboveAndBelowTheLine() throws SQLException {
        facts.run(MARKS);
        count();
        assertThat(rate(total("activity_rate"))).isEqualTo("120.0");
        assertThat(channels(DAYS)).containsExactlyInAnyOrder("email 100.0", "chat 100.0");
        assertThat(channels(DAYS.withOption(SliceOption.ACTIVE, Optional.of("mau"))))
                .containsExactlyInAnyOrder("email 166.7", "chat 150.0");

        facts.run("update settings set product_customers_only = true");
        count();
        assertThat(rate(total("activity_rate"))).isEqualTo("60.0");
        assertThat(channels(DAYS)).containsExactlyInAnyOrder("email 66.7", "chat 50.0");
        assertThat(rate(metrics.ask("activity_rate", DAYS.withChannels(List.of("chat")), Grouping.TOTAL)
                        .total()
                        .figure()))
                .isEqualTo("50.0");
    }

    private List<String> channels(Slice slice) {
        return metrics.ask("activity_rate", slice, Grouping.CHANNELS).rows().stream()
                .filter(row -> row.figure().value().isPresent())
                .map(row -> row.key().channel().orElseThrow() + " " + rate(row.figure()))
                .toList();
    }

    private List<String> active(String key) {
        return metrics.ask(key, DAYS, Grouping.TREND).rows().stream()
                .map(row ->
                        row.figure().value().orElseThrow().stripTrailingZeros().toPlainString())
                .toList();
    }

    private Figure total(String key) {
        return metrics.ask(key, DAYS, Grouping.TOTAL).total().figure();
    }

    private static String rate(Figure figure) {
        return "%.1f".formatted(figure.value().orElseThrow().doubleValue());
    }

    private static String said(Figure figure) {
        return figure.numerator().stripTrailingZeros().toPlainString() + " of "
                + figure.denominator().stripTrailingZeros().toPlainString();
    }
}
