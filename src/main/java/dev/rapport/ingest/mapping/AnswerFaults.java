package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactType;
import dev.rapport.fact.FactTypes;
import dev.rapport.fact.WholeFileRule;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping.Binding;
import dev.rapport.ingest.mapping.MappingCheck.Fault;
import dev.rapport.ingest.mapping.MappingCheck.Wrong;
import dev.rapport.voice.AnswerFault;
import dev.rapport.voice.AnswerWords;
import dev.rapport.voice.ScoreClasses;
import dev.rapport.web.NameKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks what a mapping says of answers: the place of each word, and which scores count as which class. */
public final class AnswerFaults {
    private AnswerFaults() {}

    /** What is said that scores of a survey count as, if it is. */
    public static Optional<String> said(Mapping mapping, String surveyKey) {
        return mapping.answers(ImportQuestion.Kind.COUNTS_AS).entrySet().stream()
                .filter(one -> NameKey.of(one.getKey()).equals(surveyKey))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Words are compared without regard to case. */
    static Map<String, String> byKey(Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(values);
        values.forEach((word, place) -> all.putIfAbsent(AnswerWords.key(word), place));
        return all;
    }

    static boolean isPlace(@Nullable String value) {
        return value != null && value.strip().matches("-?\\d{1,4}");
    }

    /** Of the words, whatever the file holds. */
    static List<Fault> ofWords(FactType target, Mapping mapping) {
        Map<String, String> values = target.wholeFileRule() == WholeFileRule.SURVEY_SCORE
                ? mapping.binding("score").map(Binding::values).orElse(Map.of())
                : Map.of();
        if (values.size() > AnswerWords.MOST) {
            return List.of(new Fault(Wrong.TOO_MANY_WORDS, "score"));
        }
        List<Fault> faults = new ArrayList<>();
        Map<String, String> places = new HashMap<>();
        values.forEach((word, place) -> {
            String shown = AnswerWords.cut(word + " = " + place);
            String before = places.put(AnswerWords.key(word), place);
            if (word.length() > AnswerWords.LONGEST || !isPlace(place) && !BoundField.isNothing(place)) {
                faults.add(new Fault(Wrong.BAD_WORD, shown));
            } else if (before != null && !before.equals(place)) {
                faults.add(new Fault(Wrong.WORD_TWICE, shown));
            }
        });
        return faults;
    }

    /** Of the classes, on the scales that the first rows have. */
    static List<Fault> ofClasses(Mapping mapping, UploadSample sample) {
        Optional<FactType> target = FactTypes.named(mapping.target());
        if (target.isEmpty() || mapping.answers(ImportQuestion.Kind.COUNTS_AS).isEmpty()) {
            return List.of();
        }
        return SurveySample.of(target.get(), mapping, sample, new SurveysOfFile(List.of()), ExchangeRates.NONE).stream()
                .flatMap(answered -> ofClasses(mapping, answered.survey()).stream())
                .toList();
    }

    /** Empty when nothing is said, or nothing is wrong with it. */
    public static Optional<Fault> ofClasses(Mapping mapping, SurveysOfFile.Survey survey) {
        return said(mapping, survey.key())
                .flatMap(line -> ScoreClasses.read(survey.kind(), survey.min(), survey.max(), ScoreClasses.parts(line))
                        .fault())
                .map(fault -> new Fault(wrong(fault), survey.name() + ": " + AnswerWords.cut(fault.what())));
    }

    private static Wrong wrong(AnswerFault fault) {
        return switch (fault.kind()) {
            case OUTSIDE_SCALE -> Wrong.CLASS_OUTSIDE;
            case OVERLAP -> Wrong.CLASS_OVERLAP;
            case GAP -> Wrong.CLASS_GAP;
            case EMPTY_CLASS -> Wrong.CLASS_EMPTY;
            default -> Wrong.CLASS_UNREADABLE;
        };
    }
}
