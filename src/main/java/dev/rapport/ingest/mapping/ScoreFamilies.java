package dev.rapport.ingest.mapping;

import dev.rapport.ingest.mapping.ScoreWords.Scale;
import dev.rapport.ingest.mapping.ScoreWords.Sense;
import dev.rapport.voice.AnswerWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows the words that are answers together: {@code poor} to {@code excellent}, {@code not at all} to {@code very much}. */
final class ScoreFamilies {
    /** @param places the words of each, the lowest first */
    private record Family(Sense sense, List<Set<String>> places) {
        /** @param places words with | between them */
        static Family of(Sense sense, String... places) {
            List<Set<String>> all = new ArrayList<>();
            for (String place : places) {
                all.add(Set.of(place.split("\\|")));
            }
            return new Family(sense, all);
        }

        /** Zero when it has not got the word. */
        int place(String word) {
            for (int i = 0; i < places.size(); i++) {
                if (places.get(i).contains(word)) {
                    return i + 1;
                }
            }
            return 0;
        }
    }

    private static final List<Family> ALL = List.of(
            Family.of(Sense.GOOD, "poor", "fair", "good", "very good", "excellent"),
            Family.of(Sense.GOOD, "very poor", "poor", "fair", "good", "excellent"),
            Family.of(Sense.GOOD, "very poor", "poor", "average", "good", "excellent"),
            Family.of(Sense.GOOD, "very poor", "poor", "average", "good", "very good"),
            Family.of(Sense.GOOD, "very bad", "bad", "ok", "good", "very good"),
            Family.of(Sense.GOOD, "very bad", "bad", "neutral", "good", "very good"),
            Family.of(Sense.GOOD, "terrible", "bad", "ok", "good", "great"),
            Family.of(Sense.GOOD, "terrible", "poor", "okay", "good", "excellent"),
            Family.of(Sense.GOOD, "detractor|detractors", "passive|passives|neutral", "promoter|promoters"),
            Family.of(
                    Sense.AMOUNT,
                    "not at all|gar nicht|überhaupt nicht|pas du tout|nada|para nada|en absoluto|per niente|helemaal niet",
                    "not really|not much|not very much|hardly|little|a little|a little bit|a bit|slightly|kaum|wenig"
                            + "|eher nicht|un peu|peu|un poco|poco|un po'|een beetje",
                    "somewhat|moderately|partly|neutral|so so|so-so|more or less|teilweise|teils teils|teils, teils|mittel"
                            + "|moyennement|algo|più o meno|enigszins",
                    "much|a lot|quite|quite a bit|quite a lot|rather|mostly|largely|ziemlich|eher|weitgehend|viel"
                            + "|beaucoup|plutôt|assez|bastante|abbastanza|behoorlijk",
                    "very much|very much so|a great deal|completely|absolutely|totally|extremely|entirely|sehr|sehr viel"
                            + "|voll und ganz|énormément|tout à fait|mucho|muchísimo|totalmente|molto|moltissimo|heel erg"),
            Family.of(
                    Sense.AMOUNT,
                    "definitely not|certainly not|auf keinen fall|bestimmt nicht|certainement pas",
                    "probably not|wahrscheinlich nicht|eher nicht|probablement pas|probablemente no",
                    "maybe|perhaps|possibly|might or might not|vielleicht|peut-être|quizás|tal vez|forse",
                    "probably|probably yes|wahrscheinlich|probablement|probablemente",
                    "definitely|definitely yes|certainly|auf jeden fall|bestimmt|certainement"),
            Family.of(
                    Sense.LEVEL,
                    "very low|very low effort|very little effort|no effort|no effort at all",
                    "low|low effort|little effort",
                    "medium|moderate|average|neutral|medium effort|moderate effort|some effort",
                    "high|high effort|a lot of effort|much effort",
                    "very high|very high effort|a great deal of effort"));

    private ScoreFamilies() {}

    /** Of the first family that has all the words; empty when none has. */
    static Optional<Scale> scale(List<String> words) {
        for (Family family : ALL) {
            Map<String, String> values = new LinkedHashMap<>();
            for (String word : words) {
                values.put(word, String.valueOf(family.place(AnswerWords.key(word))));
            }
            if (!values.containsValue("0")) {
                return Optional.of(new Scale(values, 1, family.places().size(), family.sense()));
            }
        }
        return Optional.empty();
    }
}
