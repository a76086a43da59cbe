package dev.rapport.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.Grouping;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.query.MetricQueries;
import dev.rapport.query.QueryEngine;
import dev.rapport.testsupport.Facts;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What answers count as, changed afterwards. */
class SurveyRecountTest {
    private static final String APRIL = "from=2026-04-01&to=2026-04-30";
    private static final List<FactSource> SOURCES = List.of(new VoiceFactSource());

    private final Facts facts = new Facts();
    private final Jdbi jdbi = JdbiSetup.of(facts.database());
    private final SurveyRecount recount = new SurveyRecount(jdbi);
    private final MetricQueries metrics = new QueryEngine(
            facts.database(), SOURCES, List.of(), Catalogue::find, Clock.systemUTC(), Duration.ofSeconds(20));
    private final Survey nps = survey(1, "nps", 1, 5, Map.of());
    private final Survey effort = survey(2, "ces", 1, 5, Map.of("easy", 2, "hard", 4));

    @BeforeEach
    void write() throws SQLException {
        facts.people(1).run("""
                insert into survey (key, name, kind, scale_min, scale_max, lower_is_better, words)
                values ('five', 'five', 'nps', 1, 5, false, '{}'),
                       ('effort', 'effort', 'ces', 1, 5, true, '{"easy": 2, "hard": 4}');
                insert into response (key, survey_id, visitor_id, channel_id, at, score, given, content)
                select 'n' || n, 1, 1, 1, timestamptz '2026-04-03T10:00Z', score, null, gen_random_uuid()
                from unnest(array[5, 5, 4, 2]) with ordinality as r(score, n)
                union all
                select 'e' || n, 2, 1, 1, '2026-04-04T10:00Z', score, word, gen_random_uuid()
                from unnest(array[2, 2, 4], array['easy', 'easy', 'hard']) with ordinality as r(score, word, n)
                """);
        try (Connection connection = facts.connection()) {
            DirtyDays.mark(JdbiSetup.on(connection), "voice", "select at from response");
        }
        refresh();
    }

    @Test
    void theStandardOfFivePointsStandsThereToBeChanged() {
        assertThat(recount.now(nps).fields())
                .extracting(field -> field.key() + " " + field.range())
                .containsExactly("promoter 5", "passive 4", "detractor 1-3");
        assertThat(recount.now(nps).given())
                .extracting(given -> given.answer() + " " + given.scoreClass() + " " + given.times())
                .containsExactly("5 promoter 2", "4 passive 1", "2 detractor 1");
        assertThat(value("nps")).isEqualTo("25.00");
    }

    @Test
    void figuresFollowAndThePageSaysSo() {
        SurveyAnswersForm lenient = form("4-5", "3", "1, 2", "");

        assertThat(recount.fault(nps, lenient)).isEmpty();
        assertThat(recount.keep(nps, lenient)).isTrue();
        assertThat(value("nps")).as("as long as nothing is counted again").isEqualTo("25.00");
        refresh();

        assertThat(value("nps")).isEqualTo("50.00");
        assertThat(value("passive_share")).isEqualTo("0.00");
        assertThat(text("select score_classes::text from survey where id = 1"))
                .isEqualTo(
                        "{\"1\": \"detractor\", \"2\": \"detractor\", \"3\": \"passive\", \"4\": \"promoter\", \"5\": \"promoter\"}");

        assertThat(recount.keep(nps, form("5", "4", "1-3", ""))).isTrue();
        refresh();
        assertThat(text("select score_classes::text from survey where id = 1"))
                .as("what is the standard is not kept")
                .isEqualTo("{}");
        assertThat(value("nps")).isEqualTo("25.00");
    }

    @Test
    void aWordMovesToAnotherPlaceWithAllItsAnswers() {
        assertThat(value("ces")).isEqualTo("2.67");
        SurveyAnswersForm moved = form("", "", "", "Easy = 1\nhard = 5\nso la la = 3");

        assertThat(recount.fault(effort, moved)).isEmpty();
        recount.keep(effort, moved);
        refresh();

        assertThat(value("ces")).isEqualTo("2.33");
        assertThat(
                        text(
                                "select string_agg(key || ' ' || score, ',' order by key) from survey_answer where survey_id = 2 and is_low"))
                .isEqualTo("e3 5");
    }

    @Test
    void whatMakesNoSenseIsSaidAndChangesNothing() {
        assertThat(fault(nps, form("5", "4", "1-2", ""))).isEqualTo("GAP 3");
        assertThat(fault(nps, form("5", "4", "1-4", ""))).isEqualTo("OVERLAP 4");
        assertThat(fault(nps, form("5-6", "4", "1-3", ""))).isEqualTo("OUTSIDE_SCALE 5-6");
        assertThat(fault(nps, form("", "4-5", "1-3", ""))).isEqualTo("EMPTY_CLASS promoter");
        assertThat(fault(nps, form("5", "4-5", "", ""))).isEqualTo("OVERLAP 5");
        assertThat(fault(nps, form("1-5", "", "", ""))).isEqualTo("EMPTY_CLASS detractor");
        assertThat(fault(nps, form("five", "4", "1-3", ""))).isEqualTo("UNREADABLE five");
        assertThat(fault(nps, form("3-1", "4", "5", ""))).isEqualTo("UNREADABLE 3-1");
        assertThat(fault(nps, form("99999999999", "4", "1-3", ""))).isEqualTo("UNREADABLE 99999999999");
        assertThat(fault(effort, form("", "", "", "easy = 1"))).isEqualTo("WORD_MISSING hard");
        assertThat(fault(effort, form("", "", "", "easy = 1\nhard = 4\nEASY = 2")))
                .isEqualTo("WORD_TWICE easy");
        assertThat(fault(effort, form("", "", "", "easy = 0\nhard = 4"))).isEqualTo("OUTSIDE_SCALE easy = 0");
        assertThat(fault(effort, form("", "", "", "easy\nhard = 4"))).isEqualTo("UNREADABLE easy");
        assertThat(fault(effort, form("", "", "", "easy = very\nhard = 4"))).isEqualTo("UNREADABLE easy = very");
        assertThat(fault(effort, form("", "", "", words(10_000)))).isEqualTo("TOO_MANY_WORDS 100");
        assertThat(fault(effort, form("", "", "", "x".repeat(200) + " = 1"))).startsWith("WORD_TOO_LONG xxx");
        assertThat(text("select string_agg(words::text || score_classes, ' ' order by id) from survey"))
                .isEqualTo("{}{} {\"easy\": 2, \"hard\": 4}{}");
    }

    private static String words(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("word ").append(i).append(" = 3\n");
        }
        return lines.toString();
    }

    private String fault(Survey survey, SurveyAnswersForm sent) {
        return recount.fault(survey, sent)
                .map(fault -> fault.kind() + " " + fault.what())
                .orElse("");
    }

    private static SurveyAnswersForm form(String promoter, String passive, String detractor, String words) {
        return new SurveyAnswersForm(promoter, passive, detractor, "", "", words);
    }

    private static Survey survey(int id, String kind, int least, int most, Map<String, Integer> words) {
        Survey survey = new Survey();
        survey.id = id;
        survey.kind = kind;
        survey.scaleMin = least;
        survey.scaleMax = most;
        survey.lowerIsBetter = kind.equals("ces");
        survey.words = new HashMap<>(words);
        return survey;
    }

    private void refresh() {
        new CubeBuilder(jdbi, SOURCES).refreshAll();
    }

    private String value(String metric) {
        return metrics.ask(metric, Facts.slice(APRIL), Grouping.TOTAL)
                .total()
                .figure()
                .value()
                .orElseThrow()
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private String text(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(String.class).one());
    }
}
