package dev.rapport.ingest.mapping;

import dev.rapport.ingest.mapping.ScoreWords.Scale;
import dev.rapport.ingest.mapping.ScoreWords.Sense;
import dev.rapport.voice.AnswerWords;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads answers that are faces: drawn, typed as {@code :-)}, or named. */
final class Smileys {
    private static final int FIVE = 5;
    private static final int NEUTRAL = 3;
    private static final int HAPPY = 4;

    /** By mood: furious, sad, neither, happy, delighted. */
    private static final List<String> MOODS = List.of(
            "😡 😠 🤬 👿 😭 😢 😖 😫 😩 😣 🤮 :'( very_sad angry",
            "🙁 ☹ 😞 😟 😕 😔 😒 :( :-( =( :[ sad frown frowning",
            "😐 😑 😶 🫤 :| :-| =| :/ :-/ meh straight",
            "🙂 ☺ 😊 :) :-) =) :] ;-) ;) smile smiling smiley",
            "😀 😃 😄 😁 😍 🤩 🥰 😆 😎 🥳 😂 ❤ :d :-d =d very_happy laughing");

    /** Those of either mood, as there are faces of both strengths or of one. */
    private static final Map<String, Integer> PLAIN = Map.of("neutral", NEUTRAL, "ok", NEUTRAL, "happy", HAPPY);

    /** A face and what it means beside it: the words are read then. */
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");

    private static final Map<String, Integer> KNOWN = new HashMap<>(PLAIN);

    static {
        for (int i = 0; i < MOODS.size(); i++) {
            for (String face : MOODS.get(i).split(" ")) {
                KNOWN.put(AnswerWords.key(face.replace('_', ' ')), i + 1);
            }
        }
    }

    private Smileys() {}

    /** Empty when one is not known, or there is none that is drawn, typed or called sad. */
    static Optional<Scale> scale(List<String> words) {
        Map<String, Integer> moods = new LinkedHashMap<>();
        for (String word : words) {
            Integer mood = KNOWN.get(AnswerWords.key(word));
            if (mood == null) {
                return Optional.empty();
            }
            moods.put(word, mood);
        }
        boolean faces = words.stream().anyMatch(word -> !PLAIN.containsKey(AnswerWords.key(word)));
        return faces ? Optional.of(scale(moods)) : Optional.empty();
    }

    /** Five points when a side has faces of two strengths; else three where one is neither, and two where none is. */
    private static Scale scale(Map<String, Integer> moods) {
        Set<Integer> used = new TreeSet<>(moods.values());
        boolean strong = used.contains(1) && used.contains(2) || used.contains(HAPPY) && used.contains(FIVE);
        boolean three = used.contains(NEUTRAL);
        Map<String, String> values = new LinkedHashMap<>();
        moods.forEach((word, mood) -> {
            int side = Integer.compare(mood, NEUTRAL);
            int place = strong ? mood : three ? 2 + side : (1 + side) / 2;
            values.put(word, String.valueOf(place));
        });
        return new Scale(values, strong || three ? 1 : 0, strong ? FIVE : three ? NEUTRAL : 1, Sense.GOOD);
    }

    /** Without the face that stands beside a word. */
    static String withoutFace(String word) {
        return LETTERS.matcher(word).find()
                ? word.replaceAll("[\\p{So}\\p{Sk}\\p{Cf}\\x{FE0F}]+", " ").strip()
                : word;
    }
}
