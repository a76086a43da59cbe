package dev.rapport.voice;

import dev.rapport.web.NameKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says the place on a survey's scale of each word that is given for an answer: {@code very much = 5}, {@code 👍 = 1}.
 *
 * @param places by the word as it is compared
 */
public record AnswerWords(Map<String, Integer> places) {
    /** More different words are no scale. */
    public static final int MOST = 100;

    public static final int LONGEST = 100;

    /** The colour of a skin, and whether a sign is drawn as a picture, make no other answer. */
    private static final Pattern SHADES = Pattern.compile("[\\x{FE0E}\\x{FE0F}\\x{1F3FB}-\\x{1F3FF}]");

    private static final Pattern PLACE = Pattern.compile("-?\\d{1,4}");

    /** Either the words or why there are none. */
    public record Result(AnswerWords words, Optional<AnswerFault> fault) {
        private static Result bad(AnswerFault.Kind kind, String what) {
            return new Result(new AnswerWords(Map.of()), Optional.of(new AnswerFault(kind, what)));
        }
    }

    /** How a word is compared: its letters, without regard to case. */
    public static String key(String word) {
        return NameKey.of(SHADES.matcher(word).replaceAll("").strip());
    }

    /** Of lines, each {@code word = place}. */
    public static Result read(String lines, int least, int most) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (String line : lines.lines().filter(line -> !line.isBlank()).toList()) {
            int equals = line.lastIndexOf('=');
            String word = equals < 0 ? "" : key(line.substring(0, equals));
            String place = line.substring(equals + 1).strip();
            if (word.isEmpty() || !PLACE.matcher(place).matches()) {
                return Result.bad(AnswerFault.Kind.UNREADABLE, cut(line.strip()));
            }
            if (word.length() > LONGEST) {
                return Result.bad(AnswerFault.Kind.WORD_TOO_LONG, cut(word));
            }
            int on = Integer.parseInt(place);
            if (on < least || on > most) {
                return Result.bad(AnswerFault.Kind.OUTSIDE_SCALE, line.strip());
            }
            if (places.put(word, on) != null) {
                return Result.bad(AnswerFault.Kind.WORD_TWICE, word);
            }
            if (places.size() > MOST) {
                return Result.bad(AnswerFault.Kind.TOO_MANY_WORDS, String.valueOf(MOST));
            }
        }
        return new Result(new AnswerWords(places), Optional.empty());
    }

    public static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
    }

    /** The best place first where higher is better; of one place in the order of the alphabet. */
    public String lines() {
        StringBuilder text = new StringBuilder();
        places.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(one -> text.append(one.getKey())
                        .append(" = ")
                        .append(one.getValue())
                        .append('\n'));
        return text.toString();
    }
}
