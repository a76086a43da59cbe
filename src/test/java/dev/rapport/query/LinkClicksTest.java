package dev.rapport.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.behaviour.LinkClicks;
import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.CountedShare;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Page /a has the buttons "buy" and "more", /b the link "top", which was clicked in April alone, /c none. In May person 1 (pro,
 * by e-mail) sees /a, clicks "buy" twice, sees /a again, clicks "more", and sees /b and /c; person 2 (by chat) sees /a once, with
 * a click before that belongs to no view.
 */
class LinkClicksTest {
    private static final Facts FACTS = new Facts();
    private static final String MAY = "from=2026-05-01&to=2026-05-31";
    private static final LinkClicks READER = new LinkClicks();
    private static final MetricQueries METRICS = new QueryEngine(
            FACTS.database(), List.of(), List.of(READER), Catalogue::find, Clock.systemUTC(), Duration.ofSeconds(20));

    @BeforeAll
    static void write() {
        FACTS.people(3)
                .plan(1, "pro", "-infinity", "infinity")
                .run("insert into page (path, shown) values ('/a', '/a'), ('/b', '/b'), ('/c', '/c')")
                .run("insert into event_name (name) values ('page'), ('click')");
        visit(1, "email", "2026-05-05 10:00", 10);
        event(1, "2026-05-05 10:00", 1, "/a", null);
        event(1, "2026-05-05 10:01", 3, "/a", "buy");
        event(1, "2026-05-05 10:02", 3, "/a", "buy");
        event(1, "2026-05-05 10:05", 1, "/a", null);
        event(1, "2026-05-05 10:06", 3, "/a", "more");
        event(1, "2026-05-05 10:07", 1, "/b", null);
        event(1, "2026-05-05 10:08", 1, "/c", null);
        visit(2, "chat", "2026-05-06 09:59", 10);
        event(2, "2026-05-06 09:59", 3, "/a", "buy");
        event(2, "2026-05-06 10:00", 1, "/a", null);
        visit(3, "chat", "2026-04-06 10:00", 1);
        event(3, "2026-04-06 10:00", 1, "/b", null);
        event(3, "2026-04-06 10:01", 3, "/b", "top");
    }

    private static void visit(int person, String channel, String at, int minutes) {
        FACTS.run("""
                insert into session (visitor_id, started_at, ended_at, person_id, day, channel_id, page_views, events)
                select %1$d, '%2$s Europe/Berlin', '%2$s Europe/Berlin'::timestamptz + interval '%3$d minutes', %1$d,
                       '%2$s'::date, id, 2, 2 from channel where key = '%4$s'
                """.formatted(person, at, minutes, channel));
    }

    private static void event(int person, String at, int kind, String page, String link) {
        FACTS.run("""
                insert into event (visitor_id, message_id, at, kind, name_id, page_id, properties)
                select %d, gen_random_uuid(), '%s Europe/Berlin', %d, 1, id, %s from page where path = '%s'
                """.formatted(person, at, kind, link == null ? "null" : "'{\"link\": \"" + link + "\"}'", page));
    }

    @Test
    void viewsWithAClickAreCountedOfTheViewsOfThePage() {
        assertThat(total(MAY)).isEqualTo("2 of 4");
        assertThat(total(MAY + "&channel=email")).isEqualTo("2 of 3");
        assertThat(total(MAY + "&channel=chat")).isEqualTo("0 of 1");
        assertThat(total(MAY + "&segment=plan:pro")).isEqualTo("2 of 3");
        assertThat(total("from=2026-04-01&to=2026-04-30")).isEqualTo("1 of 1");
        assertThat(total("from=2026-03-01&to=2026-03-31")).isEqualTo("0 of 0");
        assertThat(parts(Dimension.PAGE)).isEqualTo(Map.of("/a", "2 of 3", "/b", "0 of 1"));
        assertThat(parts(Dimension.LINK)).isEqualTo(Map.of("buy", "1 of 3", "more", "1 of 3", "top", "0 of 1"));
        assertThat(total(MAY + "&link=buy")).isEqualTo("1 of 3");
        assertThat(total(MAY + "&link=buy&page-path=/b")).isEqualTo("0 of 0");
    }

    @Test
    void everyLinkOfEveryPageIsListed() {
        List<LinkClicks.Link> links = new ReadTransactions(FACTS.database(), Duration.ofMinutes(1))
                .read(readTransaction -> READER.links(readTransaction, Facts.slice(MAY)));
        assertThat(links)
                .containsExactly(
                        new LinkClicks.Link("/a", "buy", new CountedShare(1, 3)),
                        new LinkClicks.Link("/a", "more", new CountedShare(1, 3)),
                        new LinkClicks.Link("/b", "top", new CountedShare(0, 1)));
    }

    @Test
    void rowsOfOneLinkSayWhetherItWasClicked() throws SQLException {
        try (Connection connection = FACTS.connection()) {
            assertThat(added(connection, Facts.slice(MAY))).hasValue(new BigDecimal(50));
            assertThat(added(connection, Facts.slice(MAY + "&link=more")).orElseThrow())
                    .isCloseTo(new BigDecimal("33.33"), within(new BigDecimal("0.01")));
        }
    }

    /** As the property tests of all metrics ask: plain SQL on the facts, and on the rows behind, says the same. */
    @Test
    void randomViewsAreTheSameByPlainSql() throws SQLException {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        LocalDate centre = LocalDate.parse("2026-03-29");
        RandomFacts facts = RandomFacts.of(5, zone, List.of(centre), false);
        Metric metric = Catalogue.find("link_ctr").orElseThrow();
        Random random = new Random(5);
        int told = 0;
        try (Connection connection = facts.source().getConnection()) {
            Recount recount = Recount.of(connection);
            for (int question = 0; question < 25; question++) {
                Slice slice = Recount.slice(random, metric, zone, centre).withComparison(Comparison.NONE);
                slice = slice.grain() == Grain.HOUR ? slice.withGrain(Grain.DAY) : slice;
                for (Grouping grouping : List.of(Grouping.TOTAL, Grouping.TREND, Grouping.segments("plan"))) {
                    for (Answer.Row row :
                            facts.metrics().ask("link_ctr", slice, grouping).rows()) {
                        Optional<BigDecimal> counted =
                                recount.count(Recount.fromFacts("link_ctr"), slice, grouping, row.key());
                        same(row.figure().value(), counted, slice + " " + grouping + " " + row.key());
                        told += counted.isPresent() ? 1 : 0;
                    }
                }
                recount.ask(slice, Grouping.TOTAL, DimensionKey.TOTAL);
                same(
                        facts.metrics()
                                .ask("link_ctr", slice, Grouping.TOTAL)
                                .total()
                                .figure()
                                .value(),
                        added(connection, slice),
                        slice.toString());
            }
        }
        assertThat(told).isGreaterThan(50);
    }

    private static void same(Optional<BigDecimal> figure, Optional<BigDecimal> counted, String asked) {
        assertThat(figure.isPresent()).as(asked).isEqualTo(counted.isPresent());
        figure.ifPresent(value -> assertThat(value.doubleValue())
                .as(asked)
                .isCloseTo(counted.orElseThrow().doubleValue(), within(1e-9)));
    }

    /** What the rows behind the figure come to. */
    private static Optional<BigDecimal> added(Connection connection, Slice slice) throws SQLException {
        RowQuery rows = new RowSources(Rooms.all(RowSource.class, null))
                .query(
                        JdbiSetup.on(connection),
                        Catalogue.find("link_ctr").orElseThrow().rows(slice),
                        slice)
                .orElseThrow();
        String sql = "with rows as (" + rows.sql() + ") " + Recount.fromRows("link_ctr");
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < rows.values().size(); i++) {
                Object value = rows.values().get(i);
                statement.setObject(
                        i + 1, value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
            }
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.ofNullable(row.getBigDecimal(1)).map(LinkClicksTest::plain)
                        : Optional.empty();
            }
        }
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }

    private static String total(String query) {
        return counted(
                METRICS.ask("link_ctr", Facts.slice(query), Grouping.TOTAL).total());
    }

    private static Map<String, String> parts(Dimension dimension) {
        return METRICS.ask("link_ctr", Facts.slice(MAY), Grouping.parts(dimension)).rows().stream()
                .collect(Collectors.toMap(row -> row.key().part().orElseThrow(), LinkClicksTest::counted));
    }

    private static String counted(Answer.Row row) {
        return row.figure().numerator().toPlainString() + " of "
                + row.figure().denominator().toPlainString();
    }
}
