package dev.rapport.voice;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.SqlBuilder;
import dev.rapport.db.StoringTurn;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Changes what the answers to a survey count as, and has their days counted again. In the transaction of the request. */
@Singleton
class SurveyRecount {
    private static final int SHOWN = 200;

    private static final String KEEP = """
            update survey
            set score_classes = jsonb_object(?::text[], ?::text[]), import_id = null,
                words = (select coalesce(jsonb_object_agg(word, place), '{}')
                         from unnest(?::text[], ?::int[]) as one(word, place))
            where id = ?
            """;

    private final Jdbi jdbi;

    SurveyRecount(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What counts now. */
    SurveyAnswers now(Survey survey) {
        return jdbi.withHandle(handle -> SurveyAnswers.of(
                survey.kind,
                classes(handle, survey).ranges(survey.kind),
                new AnswerWords(survey.words).lines(),
                given(handle, survey)));
    }

    /** What was sent, beside what counts now. */
    SurveyAnswers sent(Survey survey, SurveyAnswersForm sent) {
        return jdbi.withHandle(
                handle -> SurveyAnswers.of(survey.kind, sent.ranges(survey.kind), sent.words(), given(handle, survey)));
    }

    private static ScoreClasses classes(Handle handle, Survey survey) {
        return survey.scoreClasses.isEmpty() ? standard(handle, survey) : ScoreClasses.kept(survey.scoreClasses);
    }

    private static ScoreClasses standard(Handle handle, Survey survey) {
        return ScoreClasses.standard(handle, survey.kind, survey.scaleMin, survey.scaleMax, survey.lowerIsBetter);
    }

    private static List<SurveyAnswers.Given> given(Handle handle, Survey survey) {
        return handle.select("""
                        select coalesce(given, score::text), score, coalesce(max(score_class), ''), count(*)
                        from survey_answer where survey_id = ?
                        group by given, score order by score desc, given nulls first limit ?
                        """, survey.id, SHOWN)
                .map((row, context) ->
                        new SurveyAnswers.Given(row.getString(1), row.getInt(2), row.getString(3), row.getLong(4)))
                .list();
    }

    /** Changes nothing when there is a fault. */
    Optional<AnswerFault> fault(Survey survey, SurveyAnswersForm sent) {
        return ScoreClasses.read(survey.kind, survey.scaleMin, survey.scaleMax, sent.ranges(survey.kind))
                .fault()
                .or(() -> AnswerWords.read(sent.words(), survey.scaleMin, survey.scaleMax)
                        .fault())
                .or(() -> missing(survey, words(survey, sent)));
    }

    private static Map<String, Integer> words(Survey survey, SurveyAnswersForm sent) {
        return AnswerWords.read(sent.words(), survey.scaleMin, survey.scaleMax)
                .words()
                .places();
    }

    /** Versions that count no more may come back when an import is undone. */
    private Optional<AnswerFault> missing(Survey survey, Map<String, Integer> words) {
        return jdbi
                .withHandle(handle ->
                        handle.select("""
                                select distinct given from response where survey_id = ? and given is not null order by given
                                """, survey.id).mapTo(String.class).list())
                .stream()
                .filter(word -> !words.containsKey(word))
                .findFirst()
                .map(word -> new AnswerFault(AnswerFault.Kind.WORD_MISSING, word));
    }

    /**
     * Keeps what was sent, which must have no fault.
     *
     * @return false when an import is being stored just now; nothing is done then
     */
    boolean keep(Survey survey, SurveyAnswersForm sent) {
        return jdbi.withHandle(handle -> {
            if (!StoringTurn.attempt(handle)) {
                return false;
            }
            ScoreClasses classes = ScoreClasses.read(
                            survey.kind, survey.scaleMin, survey.scaleMax, sent.ranges(survey.kind))
                    .classes();
            Map<String, String> kept = classes.equals(standard(handle, survey)) ? Map.of() : classes.toKeep();
            Map<String, Integer> words = words(survey, sent);
            handle.execute(
                    KEEP,
                    SqlBuilder.array("text", kept.keySet()),
                    SqlBuilder.array("text", kept.values()),
                    SqlBuilder.array("text", words.keySet()),
                    SqlBuilder.array("int", words.values()),
                    survey.id);
            DirtyDays.mark(handle, "voice", "select at from response where survey_id = " + survey.id);
            return true;
        });
    }
}
