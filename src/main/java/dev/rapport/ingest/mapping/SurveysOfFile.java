package dev.rapport.ingest.mapping;

import dev.rapport.fact.RejectReason;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the surveys met while rows are read. Scales never mix: a survey keeps the kind, scale and direction it began
 * with.
 */
public final class SurveysOfFile {
    private static final int MOST = 1_000;

    /**
     * A survey as it is to be made.
     *
     * @param key by which it is known again: the letters of its name, not what stands in addresses
     * @param words the place of each word that it knows
     * @param classes what its scores count as; empty is the standard rule of its kind
     */
    public record Survey(
            String key,
            String name,
            String kind,
            int min,
            int max,
            boolean lowerIsBetter,
            Map<String, Integer> words,
            Map<String, String> classes) {
        Survey(String key, String name, String kind, int min, int max, boolean lowerIsBetter) {
            this(key, name, kind, min, max, lowerIsBetter, Map.of(), Map.of());
        }

        boolean agreesWith(Survey other) {
            return kind.equals(other.kind)
                    && min == other.min
                    && max == other.max
                    && lowerIsBetter == other.lowerIsBetter;
        }
    }

    private final Map<String, Survey> known = new HashMap<>();
    private final Map<String, Survey> met = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> said = new HashMap<>();

    public SurveysOfFile(Iterable<Survey> existing) {
        existing.forEach(survey -> known.putIfAbsent(survey.key(), survey));
    }

    public List<Survey> met() {
        return List.copyOf(met.values());
    }

    /** Whether there is such a survey already, which counts as it says itself. */
    public boolean isKnown(String key) {
        return known.containsKey(key);
    }

    /** The words that rows gave for an answer to the survey, each with its place as the file's mapping has it. */
    public Map<String, Integer> words(String key) {
        return Collections.unmodifiableMap(said.getOrDefault(key, Map.of()));
    }

    void say(String key, String word, int place) {
        said.computeIfAbsent(key, none -> new LinkedHashMap<>()).putIfAbsent(word, place);
    }

    public Optional<Survey> known(String key) {
        Survey survey = known.get(key);
        return Optional.ofNullable(survey == null ? met.get(key) : survey);
    }

    /** Why the survey cannot be the one meant; empty when it can. */
    Optional<RejectReason> meet(Survey survey) {
        Optional<Survey> before = known(survey.key());
        if (before.isPresent()) {
            met.putIfAbsent(survey.key(), before.get());
            return before.get().agreesWith(survey) ? Optional.empty() : Optional.of(RejectReason.SURVEY_DIFFERS);
        }
        if (met.size() >= MOST) {
            return Optional.of(RejectReason.TOO_MANY_SURVEYS);
        }
        met.put(survey.key(), survey);
        return Optional.empty();
    }
}
