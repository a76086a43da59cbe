package dev.rapport.ingest.mapping;

import dev.rapport.voice.AnswerWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads scores that are written in words, or with their label: {@code 5 - Very satisfied}, {@code Good}, {@code ★★★}. */
final class ScoreWords {
    private static final Pattern NUMBER_FIRST =
            Pattern.compile("(-?\\d{1,3})(?:\\s*/\\s*\\d{1,3}|\\s*(?:[-–—:=.)(|]|stars?\\b|\\p{L}).*)");
    private static final Pattern NUMBER_LAST = Pattern.compile("\\D*[\\p{L})][^\\d]*?[-–—:=(]\\s*(\\d{1,3})\\s*\\)?");
    private static final Pattern STARS = Pattern.compile("(★+)☆*");

    private static final Pattern NOTHING = Pattern.compile(
            "(?iu)(?:un|not )?offered|no (?:answer|response|rating|score|opinion)"
                    + "|don.?t know|not (?:applicable|answered|rated|sure)|skipped|unrated|unanswered|n/?a|prefer not to say"
                    + "|keine angabe|weiß nicht|sans réponse|ne sais pas|no sabe|sin respuesta|não sei|geen antwoord|vet ej");
    private static final Pattern NEUTRAL =
            Pattern.compile("(?iu)neutral\\p{L}*|neither.*|neutre|ni l'un.*|ni .* ni .*|weder.*|teils.*"
                    + "|neutro|neutraal|varken.*|hverken.*|né .*|ani .*|undecided|indifferent|average|ok(?:ay)?");
    private static final Pattern NEGATIVE =
            Pattern.compile("(?iu).*(?:dissatisf|unsatisf|not satisf|unhappy|unlikely|difficult|disagree"
                    + "|unzufrieden|insatisf|pas satisf|insatisfeit|insoddisf|ontevreden|missnöjd|utilfreds|niezadowol|tyytymät|nespokojen"
                    + "|schwierig|difícil|difficile|moeilijk|svår|unhelpful).*");
    private static final Pattern POSITIVE =
            Pattern.compile("(?iu).*(?:satisf|happy|likely|easy|agree|zufrieden|soddisf|tevreden|nöjd"
                    + "|tilfreds|zadowol|tyytyväi|spokojen|einfach|leicht|facile|fácil|makkelijk|lätt|helpful).*");
    private static final Pattern EASE = Pattern.compile(
            "(?iu).*(?:easy|difficult|einfach|leicht|schwierig|facile|fácil|difficile|difícil|makkelijk|moeilijk).*");
    private static final Pattern AGREE = Pattern.compile("(?iu).*(?:agree|likely).*");
    private static final List<Pattern> STRENGTHS = List.of(
            Pattern.compile(
                    "(?iu)(?:extremely|completely|totally|strongly|entirely|äußerst|extrem|extrêmement|totalement"
                            + "|extremadamente|totalmente|extremamente|estremamente|uiterst|extremt|skrajnie).*"),
            Pattern.compile(
                    "(?iu)(?:very|highly|sehr|très|muy|muito|molto|zeer|heel|mycket|bardzo|meget|erittäin|velmi).*"),
            Pattern.compile("(?iu)(?:moderately|mostly|quite|fairly).*"),
            Pattern.compile("(?iu)(?:somewhat|rather|eher|plutôt|bastante|abbastanza|redelijk|ganska).*"),
            Pattern.compile("(?iu)(?:slightly|a little|a bit|etwas|un peu|un poco|um pouco|un po|een beetje|lite).*"));
    private static final int PLAIN = 5;

    /**
     * What words come to.
     *
     * @param values by the word as it is written; empty for what is no answer
     */
    record Scale(Map<String, String> values, int min, int max, Sense sense) {
        String text() {
            return min + "-" + max;
        }

        /** The best at the low end: where the question is how much effort it took. */
        Scale reversed() {
            Map<String, String> turned = new LinkedHashMap<>();
            values.forEach((word, place) ->
                    turned.put(word, place.isEmpty() ? "" : String.valueOf(min + max - Integer.parseInt(place))));
            return new Scale(turned, min, max, sense);
        }
    }

    /** Of what the high places of a scale speak. */
    enum Sense {
        /** Of what is good. */
        GOOD,
        /** Of much, or of yes: good or not as the question is. */
        AMOUNT,
        /** Of effort. */
        EFFORT,
        /** Of a high level of whatever is asked for: of effort, where that is the question. */
        LEVEL
    }

    private ScoreWords() {}

    /** The number that stands beside a label. */
    static Optional<String> number(String text) {
        Matcher stars = STARS.matcher(text);
        if (stars.matches()) {
            return Optional.of(String.valueOf(stars.group(1).length()));
        }
        Matcher first = NUMBER_FIRST.matcher(text);
        if (first.matches() && !text.matches("-?[\\d.,]+")) {
            return Optional.of(first.group(1));
        }
        Matcher last = NUMBER_LAST.matcher(text);
        return last.matches() ? Optional.of(last.group(1)) : Optional.empty();
    }

    /** Of the words of a column; empty when one of them is not known, or the words leave open how many points there are. */
    static Optional<Scale> scale(List<String> texts) {
        Map<String, String> nothing = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        for (String text : new TreeSet<>(texts)) {
            if (NOTHING.matcher(text).matches()) {
                nothing.put(text, "");
            } else {
                words.add(text);
            }
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        return binary(words)
                .or(() -> ScoreFamilies.scale(words))
                .or(() -> Smileys.scale(words))
                .or(() -> graded(words))
                .map(scale -> {
                    scale.values().putAll(nothing);
                    return scale;
                });
    }

    private static Optional<Scale> binary(List<String> words) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : words) {
            String plain = plain(word);
            if (plain.matches(
                    "good( with comment)?|good,? i.?m satisfied|positive|thumbs up|👍|gut|bon|bien|buena?|bueno|bom|boa|buon[oa]|goed|bra|dobra")) {
                values.put(word, "1");
            } else if (plain.matches(
                    "bad( with comment)?|bad,? i.?m unsatisfied|negative|thumbs down|👎|schlecht|mauvais|mal|mala|malo|ruim|cattiv[oa]|slecht|dålig|zła")) {
                values.put(word, "0");
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Scale(values, 0, 1, Sense.GOOD));
    }

    /** "Very satisfied" and its like: five points when there are two strengths on a side, seven when there are three. */
    private static Optional<Scale> graded(List<String> words) {
        Map<String, Integer> signs = new HashMap<>();
        Set<Integer> strengths = new TreeSet<>();
        for (String word : words) {
            int sign = NEUTRAL.matcher(word).matches()
                    ? 0
                    : NEGATIVE.matcher(word).matches() || plain(word).startsWith("not ")
                            ? -1
                            : POSITIVE.matcher(word).matches() ? 1 : 2;
            if (sign == 2) {
                return Optional.empty();
            }
            signs.put(word, sign);
            if (sign != 0) {
                strengths.add(strength(word));
            }
        }
        boolean extreme = strengths.contains(0);
        boolean slight = strengths.contains(4);
        boolean seven = extreme && (slight || strengths.contains(1) || strengths.contains(2));
        if (slight && !extreme || strengths.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        boolean reversed = words.stream().anyMatch(word -> EASE.matcher(word).matches());
        for (String word : words) {
            int sign = signs.getOrDefault(word, 0) * (reversed ? -1 : 1);
            values.put(
                    word,
                    String.valueOf(seven ? 4 + sign * ofSeven(strength(word)) : 3 + sign * ofFive(strength(word))));
        }
        Sense sense = reversed
                ? Sense.EFFORT
                : words.stream().anyMatch(word -> AGREE.matcher(word).matches()) ? Sense.AMOUNT : Sense.GOOD;
        return Optional.of(new Scale(values, 1, seven ? 7 : 5, sense));
    }

    private static int ofSeven(int strength) {
        return strength == 0 ? 3 : strength >= 3 && strength < PLAIN ? 1 : 2;
    }

    private static int ofFive(int strength) {
        return strength <= 1 ? 2 : 1;
    }

    private static int strength(String word) {
        for (int i = 0; i < STRENGTHS.size(); i++) {
            if (STRENGTHS.get(i).matcher(word.strip()).matches()) {
                return i;
            }
        }
        return PLAIN;
    }

    private static String plain(String word) {
        return AnswerWords.key(Smileys.withoutFace(word));
    }
}
