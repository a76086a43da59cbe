package dev.rapport.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.behaviour.BehaviourFactSource;
import dev.rapport.behaviour.LinkClicks;
import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.db.JdbiSetup;
import dev.rapport.journey.PreferenceReader;
import dev.rapport.journey.PreferenceTable;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Preference;
import dev.rapport.query.MetricQueries;
import dev.rapport.query.QueryEngine;
import dev.rapport.query.Rooms;
import dev.rapport.revenue.RevenueFactSource;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import dev.rapport.testsupport.FreshDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stories that the demo's data tell, found by the product's own figures. */
class DemoStoriesTest {
    private static final Scenario SCRIPT =
            new Scenario(7, ZoneId.of("Europe/Berlin"), Instant.parse("2026-09-16T13:20:00Z"), 2_000);
    private static final Slice SUMMER = Facts.slice("from=2026-03-01&to=2026-08-31");

    private static DataSource database;
    private static ReadTransactions reading;
    private static MetricQueries metrics;

    @BeforeAll
    static void make() throws SQLException {
        database = FreshDatabase.create();
        new DemoDataJob(database).runOnFreshDatabase(SCRIPT, percent -> {});
        List<FactSource> sources = List.of(new BehaviourFactSource(), new RevenueFactSource());
        new CubeBuilder(JdbiSetup.of(database), sources).refreshAll();
        reading = new ReadTransactions(database, Duration.ofMinutes(2));
        metrics = new QueryEngine(
                database,
                sources,
                Rooms.all(FactReader.class, database),
                Catalogue::find,
                Clock.systemUTC(),
                Duration.ofMinutes(2));
    }

    @Test
    void theNordicsBuyForCardsAndHardlyForCash() {
        PreferenceTable table =
                new PreferenceReader(reading).read(SUMMER, PreferenceReader.Of.CATEGORY, Grouping.segments("region"));

        Preference cards = cell(table, "Card payment", "nordics");
        assertThat(cards.index().orElseThrow()).isGreaterThan(new BigDecimal(150));
        assertThat(cards.isOver(table.discovery())).isTrue();
        Preference cash = cell(table, "Cash", "nordics");
        assertThat(cash.index().orElseThrow()).isLessThan(new BigDecimal(50));
        assertThat(cell(table, "Card payment", "dach").isOver(table.discovery()))
                .isFalse();
        assertThat(cell(table, "Paper", "benelux").isOver(table.discovery())).isFalse();
    }

    private static Preference cell(PreferenceTable table, String category, String region) {
        return table.cell(
                table.rows().stream()
                        .filter(row -> row.name().equals(category))
                        .findFirst()
                        .orElseThrow(),
                region);
    }

    @Test
    void theButtonOfTheGiveawayIsSeenAndNotClicked() {
        List<LinkClicks.Link> links = reading.read(readTransaction ->
                new LinkClicks().links(readTransaction, Facts.slice("from=2026-05-29&to=2026-06-11")));

        LinkClicks.Link giveaway = link(links, "/giveaway");
        LinkClicks.Link pricing = link(links, "/pricing");
        assertThat(giveaway.link()).isEqualTo(pricing.link());
        assertThat(giveaway.clicked().whole()).isGreaterThan(300);
        assertThat(giveaway.clicked().isClearlyBelow(pricing.clicked())).isTrue();
        assertThat(giveaway.clicked().figure().value().orElseThrow()).isLessThan(new BigDecimal(2));
        assertThat(pricing.clicked().figure().value().orElseThrow()).isGreaterThan(new BigDecimal(8));
    }

    private static LinkClicks.Link link(List<LinkClicks.Link> links, String page) {
        return links.stream()
                .filter(link -> link.page().equals(page))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoAsksForAParcelByTheFormComesBack() {
        BigDecimal form = contacts("channel=web-form&issue-type=delivery");
        assertThat(form).isGreaterThan(new BigDecimal("1.6"));
        assertThat(contacts("channel=email&issue-type=delivery")).isLessThan(new BigDecimal("1.2"));
        assertThat(contacts("channel=web-form&issue-type=billing")).isLessThan(new BigDecimal("1.2"));
    }

    private static BigDecimal contacts(String narrowed) {
        String channel = narrowed.substring("channel=".length(), narrowed.indexOf('&'));
        String issue = narrowed.substring(narrowed.lastIndexOf('=') + 1);
        Slice slice =
                Facts.slice("from=2026-01-01&to=2026-08-31&issue-type=" + issue).withChannels(Set.of(channel));
        return metrics.ask("contacts_per_problem", slice, Grouping.TOTAL)
                .total()
                .figure()
                .value()
                .orElseThrow();
    }
}
