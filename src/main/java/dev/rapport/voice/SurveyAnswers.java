package dev.rapport.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Shows what the answers to a survey count as, and lets that be changed.
 *
 * @param fields a text for each class; none where scores count as they are
 * @param words lines as in {@link AnswerWords}
 * @param given the answers there are
 */
public record SurveyAnswers(List<ClassRange> fields, String words, List<Given> given) {
    /** @param range as in {@link ScoreClasses} */
    public record ClassRange(String key, String range) {}

    /**
     * @param answer the word or the number
     * @param place on the scale
     * @param scoreClass empty where scores count as they are
     */
    public record Given(String answer, int place, String scoreClass, long times) {}

    static SurveyAnswers of(String kind, Map<String, String> ranges, String words, List<Given> given) {
        List<ClassRange> fields = new ArrayList<>();
        ScoreClasses.of(kind).forEach(name -> fields.add(new ClassRange(name, ranges.getOrDefault(name, ""))));
        return new SurveyAnswers(fields, words, given);
    }

    public boolean isClassed() {
        return !fields.isEmpty();
    }
}
