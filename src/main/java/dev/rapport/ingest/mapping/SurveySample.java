package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactType;
import dev.rapport.fact.WholeFileRule;
import dev.rapport.ingest.file.UploadSample;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the surveys that the first rows of a file answer, and the answers given to them. */
public final class SurveySample {
    private SurveySample() {}

    /**
     * @param known whether there was such a survey before
     * @param given the best place first, then those without one
     */
    public record Answered(SurveysOfFile.Survey survey, boolean known, List<Given> given) {}

    /**
     * @param answer the word or the number
     * @param place on the scale; empty when the row is rejected for it
     */
    public record Given(String answer, Optional<Integer> place, long times) {}

    /** @param surveys those there are */
    public static List<Answered> of(
            FactType target, Mapping mapping, UploadSample sample, SurveysOfFile surveys, ExchangeRates rates) {
        if (target.wholeFileRule() != WholeFileRule.SURVEY_SCORE
                || mapping.binding("score").isEmpty()) {
            return List.of();
        }
        RowMappers mapper = new RowMappers(
                target,
                MappingSuggestion.likely(mapping, sample),
                sample.header(),
                ZoneId.of(mapping.zone() == null ? "UTC" : mapping.zone()),
                surveys,
                rates);
        Map<String, Map<Given, Long>> answers = new LinkedHashMap<>();
        for (List<String> cells : sample.rows()) {
            for (MappedRow row : mapper.map(cells, 0)) {
                String key = row.passedOver().isPresent() ? null : row.get("survey_key");
                if (key != null) {
                    Map<Given, Long> counts = answers.computeIfAbsent(key, none -> new LinkedHashMap<>());
                    given(row, surveys).ifPresent(given -> counts.merge(given, 1L, Long::sum));
                }
            }
        }
        return answers.entrySet().stream()
                .map(one -> answered(surveys.known(one.getKey()).orElseThrow(), surveys, one.getValue()))
                .toList();
    }

    private static Answered answered(SurveysOfFile.Survey survey, SurveysOfFile surveys, Map<Given, Long> counts) {
        return new Answered(
                survey,
                surveys.isKnown(survey.key()),
                counts.entrySet().stream()
                        .map(one ->
                                new Given(one.getKey().answer(), one.getKey().place(), one.getValue()))
                        .sorted(Comparator.<Given, Integer>comparing(
                                        given -> given.place().orElse(Integer.MIN_VALUE))
                                .reversed()
                                .thenComparing(Given::answer))
                        .toList());
    }

    /** Empty when nothing was answered. */
    private static Optional<Given> given(MappedRow row, SurveysOfFile surveys) {
        Optional<RowProblem> problem = row.problems().stream()
                .filter(one -> one.field().equals("score"))
                .findFirst();
        if (problem.isPresent()) {
            return Optional.of(new Given(problem.get().value(), Optional.empty(), 0));
        }
        String score = row.get("score");
        if (score == null) {
            return Optional.empty();
        }
        String word = row.get("given");
        Map<String, Integer> words = surveys.known(String.valueOf(row.get("survey_key")))
                .orElseThrow()
                .words();
        Integer place = word == null ? null : words.get(word);
        return Optional.of(
                new Given(word == null ? score : word, Optional.of(place == null ? Integer.valueOf(score) : place), 0));
    }
}
