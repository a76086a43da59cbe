package dev.rapport.ingest;

import dev.rapport.fact.FactType;
import dev.rapport.ingest.file.RefusedException;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.AnswerFaults;
import dev.rapport.ingest.mapping.ExchangeRates;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.MappingCheck;
import dev.rapport.ingest.mapping.SurveySample;
import dev.rapport.ingest.mapping.SurveysOfFile;
import dev.rapport.voice.AnswerWords;
import dev.rapport.voice.ScoreClasses;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Shows a survey of the mapping step: what the answers to it count as.
 *
 * @param scale as "1–5"
 * @param known whether there is such a survey already, which counts as it says itself
 * @param suggested what scores count as unless it is changed, in one line
 * @param fields a text for each class; none where scores count as they are
 */
record SurveyMappingRow(
        String name,
        String kind,
        String scale,
        boolean known,
        String suggested,
        List<ClassField> fields,
        List<Given> given) {
    private static final int MOST_SURVEYS = 20;
    private static final int MOST_GIVEN = 50;

    /** @param range as in {@link ScoreClasses} */
    record ClassField(String key, String range) {}

    /**
     * @param answer the word or the number
     * @param place on the scale; empty when rows with it are rejected
     * @param scoreClass empty where scores count as they are
     */
    record Given(String answer, String place, String scoreClass, long times) {}

    public boolean isClassed() {
        return !fields.isEmpty();
    }

    /** None as long as the file cannot be read with the mapping. */
    static List<SurveyMappingRow> of(
            Handle handle,
            FactType target,
            Mapping mapping,
            UploadSample sample,
            SurveysOfFile surveys,
            ExchangeRates rates) {
        if (!MappingCheck.check(mapping, Optional.of(sample.header())).stream()
                .allMatch(fault -> fault.wrong() == MappingCheck.Wrong.FIELD_MISSING)) {
            return List.of();
        }
        try {
            return SurveySample.of(target, mapping, sample, surveys, rates).stream()
                    .limit(MOST_SURVEYS)
                    .map(answered -> of(
                            handle,
                            answered,
                            AnswerFaults.said(mapping, answered.survey().key())))
                    .toList();
        } catch (RefusedException | DateTimeException e) {
            return List.of();
        }
    }

    private static SurveyMappingRow of(Handle handle, SurveySample.Answered answered, Optional<String> said) {
        SurveysOfFile.Survey survey = answered.survey();
        ScoreClasses standard =
                ScoreClasses.standard(handle, survey.kind(), survey.min(), survey.max(), survey.lowerIsBetter());
        ScoreClasses begun = survey.classes().isEmpty() ? standard : ScoreClasses.kept(survey.classes());
        Map<String, String> ranges =
                said.filter(line -> !answered.known()).map(ScoreClasses::parts).orElse(begun.ranges(survey.kind()));
        ScoreClasses read = ScoreClasses.read(survey.kind(), survey.min(), survey.max(), ranges)
                .classes();
        List<ClassField> fields = new ArrayList<>();
        ScoreClasses.of(survey.kind()).forEach(name -> fields.add(new ClassField(name, ranges.getOrDefault(name, ""))));
        return new SurveyMappingRow(
                survey.name(),
                survey.kind(),
                survey.min() + "–" + survey.max(),
                answered.known(),
                ScoreClasses.line(standard.ranges(survey.kind())),
                fields,
                answered.given().stream()
                        .limit(MOST_GIVEN)
                        .map(given -> new Given(
                                AnswerWords.cut(given.answer()),
                                given.place().map(String::valueOf).orElse(""),
                                given.place().flatMap(read::of).orElse(""),
                                given.times()))
                        .toList());
    }
}
