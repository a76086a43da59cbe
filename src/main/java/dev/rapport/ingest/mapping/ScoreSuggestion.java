package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.fact.FactTypes;
import dev.rapport.fact.WholeFileRule;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping.Binding;
import dev.rapport.ingest.mapping.Mapping.RowFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the questions that a file holds answers to, what they are called, and on which scale they were asked. */
final class ScoreSuggestion {
    private static final Pattern QUESTION = Pattern.compile(
            "(?iu)smiley|emoji|\\bmood\\b|recommend|how likely|likelihood|\\bnps\\b|net promoter|satisf|\\bcsat\\b"
                    + "|effort|\\bces\\b|how easy|easy to|\\brat(?:e|ing)\\b|\\bscore\\b|\\bstars?\\b|how (?:well|good|happy|helpful)"
                    + "|zufrieden|empfehl|recommand|recomend|satisfech|raccomand|consigli|soddisf|aanbevel|tevreden|rekommend|nöjd"
                    + "|anbefal|tilfreds|polec|zadowol|suosittel|doporuč|spokojen");
    private static final Pattern NPS = Pattern.compile(
            "(?iu)recommend|\\bnps\\b|net promoter|empfehl|recommand|recomend|raccomand|consigli|aanbevel|rekommend|anbefal|polec"
                    + "|suosittel|doporuč");
    private static final Pattern CES =
            Pattern.compile("(?iu)effort|\\bces\\b|how easy|easy to|aufwand|einfach|esfuerzo|esforço|sforzo");
    private static final Pattern EASY = Pattern.compile("(?iu)easy|einfach|leicht|facile|fácil|makkelijk");
    private static final Pattern CSAT = Pattern.compile(
            "(?iu)smiley|emoji|\\bmood\\b|satisf|\\bcsat\\b|zufrieden|soddisf|tevreden|nöjd|tilfreds|zadowol|spokojen"
                    + "|conversation rating|good.*bad");
    private static final Pattern NO_QUESTION = Pattern.compile(
            "(?iu)\\bgroup\\b|_group|categor|comment|reason|\\bby\\b|\\bdate\\b|survey ?(?:type|name)?$");

    private ScoreSuggestion() {}

    /** Several questions of one row, where no column names the survey; and the survey's name, where none does. */
    static void add(Map<String, Binding> bindings, Set<String> taken, UploadSample sample) {
        Binding one = bindings.get("score");
        if (!bindings.containsKey("survey")) {
            List<String> columns = new ArrayList<>(one == null ? List.of() : one.columns());
            sample.header().names().stream()
                    .filter(name -> !taken.contains(name) && isQuestion(name) && isScored(name, sample))
                    .forEach(columns::add);
            if (columns.isEmpty()) {
                return;
            }
            taken.addAll(columns);
            bindings.put(
                    "score",
                    Binding.column(columns.toArray(String[]::new)).withValues(words(columns, bindings, sample)));
            if (columns.size() == 1) {
                bindings.put("survey", Binding.constant(name(columns.get(0))));
                bindings.putIfAbsent("kind", Binding.constant(kind(columns.get(0))));
            }
        } else if (one != null) {
            Map<String, String> words = words(one.columns(), bindings, sample);
            bindings.put("score", words.isEmpty() ? one : one.withValues(words));
        }
    }

    /** With the places of words, where a column was chosen that holds nothing else and none of them is said. */
    static Mapping withWords(Mapping mapping, UploadSample sample) {
        Optional<Binding> score = mapping.binding("score")
                .filter(one ->
                        mapping.target().equals("responses") && one.values().isEmpty())
                .filter(one -> one.columns().stream()
                        .allMatch(column -> sample.header().position(column).isPresent()));
        Map<String, String> words =
                score.map(one -> words(one.columns(), mapping.fields(), sample)).orElse(Map.of());
        if (words.isEmpty()) {
            return mapping;
        }
        Map<String, Binding> fields = new LinkedHashMap<>(mapping.fields());
        fields.put("score", score.orElseThrow().withValues(words));
        return mapping.withFields(fields);
    }

    private static boolean isQuestion(String name) {
        return QUESTION.matcher(name).find() && !NO_QUESTION.matcher(name).find();
    }

    /**
     * A column is scored when most of what it holds are numbers up to ten, labels with one, or words of a scale. Low and high are
     * said of risks and priorities as well.
     */
    static boolean isScored(String column, UploadSample sample) {
        List<String> texts = MappingSuggestion.texts(column, sample);
        long numbers = texts.stream()
                .flatMap(text -> number(text).stream())
                .filter(number -> number >= 0 && number <= 10)
                .count();
        return !texts.isEmpty()
                && (numbers * 2 > texts.size()
                        || ScoreWords.scale(texts)
                                .filter(scale -> scale.sense() != ScoreWords.Sense.LEVEL
                                        || kind(column).equals("ces"))
                                .isPresent());
    }

    private static Map<String, String> words(List<String> columns, Map<String, Binding> bindings, UploadSample sample) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String column : columns) {
            List<String> texts = MappingSuggestion.texts(column, sample);
            if (texts.stream().noneMatch(text -> number(text).isPresent())) {
                ScoreWords.scale(texts)
                        .map(scale -> isReversed(scale, column, bindings, sample) ? scale.reversed() : scale)
                        .ifPresent(scale -> words.putAll(scale.values()));
            }
        }
        return words;
    }

    /** Of effort, less is better: the place of what is good is a low one. */
    private static boolean isReversed(
            ScoreWords.Scale scale, String column, Map<String, Binding> bindings, UploadSample sample) {
        Binding kind = bindings.get("kind");
        List<String> kinds = kind == null
                ? List.of(kind(column))
                : kind.columns().isEmpty()
                        ? List.of(String.valueOf(kind.constant()))
                        : MappingSuggestion.texts(kind.columns().get(0), sample);
        boolean ofEffort = !kinds.isEmpty() && kinds.stream().allMatch(said -> "ces".equals(known(said)));
        return ofEffort
                && !bindings.containsKey("direction")
                && (scale.sense() == ScoreWords.Sense.GOOD
                        || scale.sense() == ScoreWords.Sense.AMOUNT
                                && EASY.matcher(column).find());
    }

    /** The kind that a word of a file means; null when it means none. */
    static @Nullable String known(String kind) {
        FactField field = FactTypes.named("responses").orElseThrow().field("kind");
        return field.choices().get(FactField.simple(kind));
    }

    static String kind(String question) {
        return NPS.matcher(question).find()
                ? "nps"
                : CES.matcher(question).find() ? "ces" : CSAT.matcher(question).find() ? "csat" : "rating";
    }

    /** A question is a survey's name; a mere "Score" is not. */
    static String name(String column) {
        String plain = column.strip();
        if (plain.matches("(?i).*review.*|stars?")) {
            return "Reviews";
        }
        if (plain.matches("(?i)score|rating|answer|value")) {
            return "Survey";
        }
        return plain.length() <= 200 ? plain : plain.substring(0, 200);
    }

    static Optional<Integer> number(String text) {
        return (text.matches("-?\\d{1,4}") ? Optional.of(text) : ScoreWords.number(text)).map(Integer::valueOf);
    }

    /** Leaves out what the survey's author tried: its channel says so. */
    static @Nullable RowFilter withoutPreviews(FactType target, UploadSample sample) {
        return target.wholeFileRule() == WholeFileRule.SURVEY_SCORE
                ? sample.header().names().stream()
                        .filter(name -> FactField.simple(name).equals("distributionchannel"))
                        .filter(name -> MappingSuggestion.texts(name, sample).contains("preview"))
                        .findFirst()
                        .map(name -> new RowFilter(name, List.of("preview"), true))
                        .orElse(null)
                : null;
    }

    /** How the survey of one question is called. */
    static String survey(Mapping mapping, String column) {
        String constant = mapping.binding("survey").map(Binding::constant).orElse(null);
        boolean several = mapping.binding("score")
                .filter(score -> score.columns().size() > 1)
                .isPresent();
        return constant == null ? name(column) : several ? constant + ": " + name(column) : constant;
    }

    /** A mapping for each question of a row: what is said beside the scores belongs to the first. */
    static List<Mapping> questions(Mapping mapping) {
        Optional<Binding> score =
                mapping.binding("score").filter(binding -> binding.columns().size() > 1);
        if (score.isEmpty() || !mapping.target().equals("responses")) {
            return List.of(mapping);
        }
        List<Mapping> questions = new ArrayList<>();
        for (String column : new LinkedHashSet<>(score.get().columns())) {
            Map<String, Binding> fields = new LinkedHashMap<>(mapping.fields());
            fields.put("score", Binding.column(column).withValues(score.get().values()));
            if (mapping.binding("survey")
                    .filter(binding -> !binding.columns().isEmpty())
                    .isEmpty()) {
                fields.put("survey", Binding.constant(survey(mapping, column)));
            }
            if (mapping.binding("kind").isEmpty()) {
                fields.put("kind", Binding.constant(kind(column)));
            }
            if (!questions.isEmpty()) {
                Stream.of("comment", "topic", "sentiment").forEach(fields::remove);
            }
            questions.add(mapping.withFields(fields));
        }
        return questions;
    }
}
