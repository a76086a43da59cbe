package dev.rapport.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
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

/** Answers of July about two tickets of billing and one of delivery, about features, and about nothing that is known. */
class AnswerPartsTest {
    private static final Slice JULY = Facts.slice("from=2026-07-01&to=2026-07-31");

    private final Facts facts = new Facts().people(2);
    private final List<FactSource> sources = Rooms.all(FactSource.class, facts.database());
    private final MetricQueries metrics = new QueryEngine(
            facts.database(),
            sources,
            Rooms.all(FactReader.class, facts.database()),
            Catalogue::find,
            Clock.systemUTC(),
            Duration.ofMinutes(1));

    @BeforeEach
    void fill() throws SQLException {
        facts.run("""
                insert into source (id, key, name) overriding system value values (7, 'desk', 'Desk'), (8, 'other', 'Other');
                insert into ticket_record (key, source_id, channel_id, assignee, team, priority, issue_type, created_at, content)
                select t.key || e'\\x1f' || source, source, channel.id, agent, team, priority, issue, at::timestamptz, gen_random_uuid()
                from (values ('17', 7, 'Marta', 'First', 'high', 'billing', '2026-07-06 07:30Z'),
                             ('18', 7, 'Tom', 'Second', 'low', 'billing', '2026-07-07 10:30Z'),
                             ('19', 7, 'Tom', 'Second', 'low', 'delivery', '2026-07-08 10:30Z'),
                             ('17', 8, 'Eve', 'Third', 'low', 'spam', '2026-07-09 10:30Z'))
                    as t(key, source, agent, team, priority, issue, at)
                join channel on channel.key = 'chat';
                insert into survey (id, key, name, kind, scale_min, scale_max, lower_is_better) overriding system value
                values (1, 'n', 'n', 'nps', 0, 10, false), (2, 'c', 'c', 'csat', 1, 5, false), (3, 'e', 'e', 'ces', 1, 7, true),
                       (4, 'c10', 'c10', 'csat', 1, 10, false);
                insert into feature (key, name, event_name) values ('reports', 'Reports and charts', 'report');
                insert into response (key, survey_id, visitor_id, channel_id, source_id, at, score, topic, ticket, feature, content)
                select r.key, survey, 1, channel.id, source, at::timestamptz, score, topic, ticket, feature, gen_random_uuid()
                from (values ('a', 2, 7, '2026-07-10 10:00Z', 5, 'speed', '17', null),
                             ('b', 2, 7, '2026-07-10 11:00Z', 1, 'speed', '18', null),
                             ('c', 2, 7, '2026-07-10 12:00Z', 5, null, '19', null),
                             ('d', 2, 1, '2026-07-11 12:00Z', 4, null, '18', null),
                             ('e', 2, 7, '2026-07-11 12:00Z', 2, null, 'no such', null),
                             ('f', 1, 7, '2026-07-12 12:00Z', 10, 'price', null, 'Reports and Charts'),
                             ('g', 1, 7, '2026-07-12 13:00Z', 9, 'speed', null, 'reports'),
                             ('h', 1, 7, '2026-07-12 14:00Z', 3, 'price', null, 'Mobile app'),
                             ('i', 1, 7, '2026-07-12 15:00Z', 3, null, null, null),
                             ('j', 3, 7, '2026-07-12 15:00Z', 6, null, '17', 'Mobile app'),
                             ('k', 3, 7, '2026-07-12 15:00Z', 2, null, '18', 'reports'),
                             ('l', 4, 7, '2026-07-12 15:00Z', 10, null, null, null))
                    as r(key, survey, source, at, score, topic, ticket, feature)
                join channel on channel.key = 'chat'
                """);
        try (Connection connection = facts.connection()) {
            DirtyDays.mark(JdbiSetup.on(connection), "voice", "select at from response");
        }
        new CubeBuilder(JdbiSetup.of(facts.database()), sources).refreshAll();
    }

    @Test
    void scoresByWhatTheirTicketSays() {
        assertThat(shown("csat", Dimension.ISSUE_TYPE))
                .as("of two billing tickets: good, bad and good; a number of another source is not meant")
                .containsExactlyInAnyOrder("billing 66", "delivery 100", " 50");
        assertThat(shown("csat", Dimension.AGENT)).containsExactlyInAnyOrder("Marta 100", "Tom 66", " 50");
        assertThat(shown("csat", Dimension.TEAM)).containsExactlyInAnyOrder("First 100", "Second 66", " 50");
        assertThat(shown("csat", Dimension.PRIORITY)).containsExactlyInAnyOrder("high 100", "low 66", " 50");
        assertThat(shown("csat", Dimension.WEEKDAY_HOUR))
                .containsExactlyInAnyOrder("1-09 100", "2-12 50", "3-12 100", " 50");
        assertThat(shown("ces", Dimension.ISSUE_TYPE)).containsExactly("billing 4");
    }

    @Test
    void scoresByTopicAndFeature() {
        assertThat(shown("nps", Dimension.TOPIC)).containsExactlyInAnyOrder("price 0", "speed 100", " -100");
        assertThat(shown("nps_answers", Dimension.TOPIC)).containsExactly("price 2", " 1", "speed 1");
        assertThat(shown("promoter_share", Dimension.TOPIC)).containsExactlyInAnyOrder("price 50", "speed 100", " 0");
        assertThat(shown("csat", Dimension.TOPIC)).containsExactlyInAnyOrder("speed 50", " 75");
        assertThat(shown("nps", Dimension.FEATURE))
                .as("by its name or its key it is the feature of the settings")
                .containsExactlyInAnyOrder("reports 100", "Mobile app -100", " -100");
        assertThat(shown("ces", Dimension.FEATURE)).containsExactlyInAnyOrder("Mobile app 6", "reports 2");
    }

    @Test
    void answersByScoreAreTheirHistogram() {
        assertThat(shown("nps_answers", Dimension.SCORE)).containsExactly("3 2", "10 1", "9 1");
        assertThat(shown("csat_answers", Dimension.SCORE))
                .as("of the scale with the most answers")
                .containsExactly("5 2", "1 1", "2 1", "4 1");
        assertThat(shown("ces_answers", Dimension.SCORE)).containsExactly("2 1", "6 1");
        Answer nps = metrics.ask("nps", JULY, Grouping.parts(Dimension.SCORE));
        assertThat(nps.rows())
                .extracting(row ->
                        row.key().part().orElseThrow() + " " + row.figure().n())
                .containsExactlyInAnyOrder("10 1", "9 1", "3 2");
    }

    @Test
    void narrowedTheFigureAndItsRowsAreThoseOfThePart() throws SQLException {
        for (String key :
                List.of("nps", "csat", "ces", "promoter_share", "nps_answers", "csat_answers", "ces_answers")) {
            for (Dimension dimension :
                    Catalogue.find(key).orElseThrow().definition().parts()) {
                for (Answer.Row row :
                        metrics.ask(key, JULY, Grouping.parts(dimension)).rows()) {
                    if (row.key().part().equals(Optional.of(""))) {
                        continue;
                    }
                    Slice one = JULY.withOption(dimension.option(), row.key().part());
                    Answer.Row total = metrics.ask(key, one, Grouping.TOTAL).total();
                    assertThat(total.figure().value())
                            .as(key + " " + row.key())
                            .isEqualTo(row.figure().value());
                    assertThat(rows(key, one)).as(key + " " + row.key()).isEqualTo(counted(key, total));
                }
            }
        }
    }

    @Test
    void hiddenAgentsHaveNoScores() {
        facts.run("update settings set agents_hidden = true");
        assertThat(shown("csat", Dimension.AGENT)).containsExactly(" 66");
    }

    /** Counts say how many there are themselves. */
    private static long counted(String key, Answer.Row row) {
        return key.endsWith("_answers") ? value(row) : row.figure().n();
    }

    private long rows(String key, Slice slice) throws SQLException {
        try (Connection connection = facts.connection()) {
            RowQuery query = new RowSources(Rooms.all(RowSource.class, facts.database()))
                    .query(
                            JdbiSetup.on(connection),
                            Catalogue.find(key).orElseThrow().rows(slice),
                            slice)
                    .orElseThrow();
            return JdbiSetup.on(connection)
                    .select(
                            "select count(*) from (" + query.sql() + ") as rows",
                            query.values().toArray())
                    .mapTo(Long.class)
                    .one();
        }
    }

    private List<String> shown(String key, Dimension dimension) {
        return metrics.ask(key, JULY, Grouping.parts(dimension)).rows().stream()
                .map(row -> row.key().part().orElseThrow() + " " + value(row))
                .toList();
    }

    private static long value(Answer.Row row) {
        return row.figure().value().map(BigDecimal::longValue).orElse(0L);
    }
}
