package dev.rapport.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Figure;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import dev.rapport.testsupport.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FollowUpsTest {
    private static final Facts FACTS = new Facts();
    private static final String APRIL = "from=2026-04-01&to=2026-04-30";

    @BeforeAll
    static void write() {
        FACTS.people(2).plan(1, "pro", "-infinity", "infinity").run("""
                insert into survey (key, name, kind, scale_min, scale_max, lower_is_better, score_classes)
                values ('nps', 'nps', 'nps', 0, 10, false, '{}'), ('csat', 'csat', 'csat', 1, 5, false, '{}'),
                       ('good', 'good', 'csat', 0, 1, false, '{}'), ('effort', 'effort', 'ces', 1, 7, true, '{}'),
                       ('ease', 'ease', 'ces', 1, 5, false, '{}'), ('stars', 'stars', 'rating', 1, 5, false, '{}'),
                       ('words', 'words', 'nps', 1, 3, false, '{"1":"detractor","2":"passive","3":"promoter"}');
                insert into response (key, survey_id, visitor_id, channel_id, at, score, content)
                select survey.key || '-' || score, survey.id, case when score % 2 = 1 then 1 end,
                       (select id from channel where key = case when score % 2 = 1 then 'chat' else 'email' end),
                       '2026-04-10T10:00Z', score, gen_random_uuid()
                from survey, generate_series(0, 11) as score;
                insert into response (key, survey_id, visitor_id, channel_id, at, score, content)
                select 'dismissed', survey.id, 1, 1, '2026-04-10T10:00Z', null, gen_random_uuid() from survey where key = 'nps';
                insert into follow_up (response_key, state, contacted_on, outcome, changed_by, changed_at)
                values ('csat-1', 'contacted', '2026-04-11', null, 'sven', now()),
                       ('csat-2', 'closed', null, 'unreachable', 'sven', now()),
                       ('nps-0', 'open', null, null, 'sven', now())
                """);
    }

    @Test
    void whatIsLowIsSaidByTheScaleAndItsDirection() throws SQLException {
        List<String> low = new ArrayList<>();
        try (var connection = FACTS.connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select survey_key || ' ' || string_agg(score::text, ' ' order by score) from survey_answer"
                                + " where is_low group by survey_key order by 1")) {
            while (row.next()) {
                low.add(row.getString(1));
            }
        }
        assertThat(low)
                .containsExactly(
                        "csat 1 2", "ease 1 2", "effort 6 7", "good 0", "nps 0 1 2 3 4 5 6", "stars 1 2", "words 1");
    }

    @Test
    void ofLowScoresTheShareThatSomebodyLookedAfter() throws SQLException {
        Figure all = total(APRIL);

        assertThat(all.denominator()).isEqualByComparingTo("17");
        assertThat(all.numerator()).isEqualByComparingTo("2");
        assertThat(all.interval()).isPresent();
        assertThat(total(APRIL + "&survey=csat").value().orElseThrow()).isEqualByComparingTo("100");
        assertThat(total(APRIL + "&survey=nps").value().orElseThrow()).isEqualByComparingTo("0");
        assertThat(total("from=2026-05-01&to=2026-05-31")).isEqualTo(Figure.noData());
    }

    @Test
    void byChannelAndSegment() throws SQLException {
        Map<DimensionKey, Figure> parts = read(APRIL + "&survey=csat", Grouping.channelsAndSegments("plan"));

        assertThat(parts).hasSize(2);
        assertThat(parts.get(new DimensionKey(Optional.empty(), Optional.of("chat"), Optional.of("pro")))
                        .n())
                .isEqualTo(1);
        assertThat(total(APRIL + "&channel=email&survey=csat").n()).isEqualTo(1);
        assertThat(total(APRIL + "&segment=plan:free&survey=csat")).isEqualTo(Figure.noData());
    }

    private static Figure total(String query) throws SQLException {
        return read(query, Grouping.TOTAL).getOrDefault(DimensionKey.TOTAL, Figure.noData());
    }

    private static Map<DimensionKey, Figure> read(String query, Grouping grouping) throws SQLException {
        String[] asked = query.split("&survey=");
        Slice slice = Facts.slice(asked[0])
                .withOption(
                        SliceOption.SURVEY,
                        Optional.of(asked).filter(parts -> parts.length > 1).map(parts -> parts[1]));
        try (Connection connection = FACTS.connection()) {
            return new FollowUps()
                    .read(
                            ReadTransaction.on(JdbiSetup.on(connection)),
                            Catalogue.find("follow_up").orElseThrow(),
                            slice,
                            slice.period(),
                            grouping);
        }
    }
}
