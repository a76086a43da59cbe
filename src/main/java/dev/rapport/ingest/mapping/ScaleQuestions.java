package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactType;
import dev.rapport.fact.WholeFileRule;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping.Binding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells from the first answers to a survey on which scale it was asked, and asks where they leave it open. */
final class ScaleQuestions {
    private static final Pattern SCALE = Pattern.compile("(-?\\d{1,3})-(\\d{1,3})");
    private static final Set<Integer> NO_ANSWER = Set.of(-1, -9, -99, 88, 97, 98, 99, 888, 999);
    private static final List<String> SCALES =
            List.of("1-5", "1-7", "1-10", "0-10", "0-5", "1-6", "1-4", "1-3", "0-1", "0-100");
    private static final int MOST = 20;

    private ScaleQuestions() {}

    /** The scale that was answered for a survey, or is told by its answers. */
    static Optional<int[]> answered(Mapping mapping, String survey) {
        return mapping.answer(ImportQuestion.Kind.SCALE, survey)
                .map(SCALE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> new int[] {Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))})
                .filter(scale -> scale[0] < scale[1]);
    }

    /** Says the scales that the answers tell of and that are not the usual ones. */
    static Mapping withScales(Mapping mapping, UploadSample sample) {
        Map<String, String> answers = new LinkedHashMap<>(mapping.answers());
        for (Asked asked : asked(mapping, sample)) {
            asked.told()
                    .filter(scale -> !scale.equals(asked.usual()))
                    .ifPresent(scale ->
                            answers.putIfAbsent(ImportQuestion.key(ImportQuestion.Kind.SCALE, asked.survey()), scale));
        }
        return answers.equals(mapping.answers()) ? mapping : mapping.withAnswers(answers);
    }

    /** Asks for the scales that are not the usual ones: told by the answers or not, they can be changed. */
    static List<ImportQuestion> ask(FactType target, Mapping mapping, UploadSample sample) {
        if (target.wholeFileRule() != WholeFileRule.SURVEY_SCORE) {
            return List.of();
        }
        return asked(mapping, sample).stream()
                .filter(asked -> asked.told().filter(asked.usual()::equals).isEmpty())
                .limit(MOST)
                .map(asked ->
                        new ImportQuestion(ImportQuestion.Kind.SCALE, asked.survey(), asked.example(), options(asked)))
                .toList();
    }

    /** The scales on which most answers are: the others may be slips. */
    private static List<String> options(Asked asked) {
        return SCALES.stream()
                .filter(scale -> {
                    String[] ends = scale.split("-");
                    int least = Integer.parseInt(ends[0]);
                    int most = Integer.parseInt(ends[1]);
                    long on = asked.scores().stream()
                            .filter(score -> score >= least && score <= most)
                            .count();
                    return on * 2 > asked.scores().size();
                })
                .toList();
    }

    /** A survey as the first rows answer it. */
    private record Asked(String survey, String kind, List<Integer> scores, Optional<ScoreWords.Scale> words) {
        /** Of so many, one that lies outside of the usual scale is a slip. */
        private static final int MANY = 20;

        private static final int FEW = 3;

        int least() {
            return scores.stream().mapToInt(Integer::intValue).min().orElse(0);
        }

        int most() {
            return scores.stream().mapToInt(Integer::intValue).max().orElse(0);
        }

        String usual() {
            return kind.equals("nps") ? "0-10" : kind.equals("ces") ? "1-7" : "1-5";
        }

        String example() {
            return least() + " … " + most();
        }

        /**
         * Whether people could recommend by up to ten is told by those who went beyond five. Where nobody has, it may have been asked
         * on five points; of very few answers nothing is made.
         */
        private Optional<String> ofTen() {
            if (most() > 5 || scores.size() < FEW) {
                return Optional.of(usual());
            }
            return least() >= 1 && scores.size() >= MANY ? Optional.of("1-5") : Optional.empty();
        }

        /** Empty when the answers leave it open. */
        Optional<String> told() {
            if (words.isPresent()) {
                return words.map(ScoreWords.Scale::text);
            }
            if (kind.equals("nps")) {
                return ofTen();
            }
            int least = least();
            int most = most();
            int usualMost = kind.equals("ces") ? 7 : 5;
            long outside = scores.stream()
                    .filter(score -> score < 1 || score > usualMost)
                    .count();
            if (outside * MANY < scores.size()) {
                return Optional.of(usual());
            }
            if (least == 0) {
                return most == 1 ? Optional.of("0-1") : most > 5 && most <= 10 ? Optional.of("0-10") : Optional.empty();
            }
            return least < 0 || most > 10 || most == 6 ? Optional.empty() : Optional.of(most == 7 ? "1-7" : "1-10");
        }
    }

    private static List<Asked> asked(Mapping mapping, UploadSample sample) {
        Optional<Binding> score =
                mapping.binding("score").filter(binding -> !binding.columns().isEmpty());
        if (!mapping.target().equals("responses")
                || score.isEmpty()
                || mapping.binding("scale_max").isPresent()
                || mapping.binding("scale_min").isPresent()) {
            return List.of();
        }
        List<Asked> all = new ArrayList<>();
        for (String column : score.get().columns()) {
            Map<String, List<String>> bySurvey = new LinkedHashMap<>();
            Map<String, String> kinds = new LinkedHashMap<>();
            for (List<String> row : sample.rows()) {
                String survey = survey(mapping, column, row, sample);
                bySurvey.computeIfAbsent(survey, name -> new ArrayList<>()).add(cell(column, row, sample));
                kinds.putIfAbsent(survey, kind(mapping, column, row, sample));
            }
            bySurvey.forEach(
                    (survey, texts) -> asked(survey, kinds.getOrDefault(survey, "rating"), texts, score.get(), mapping)
                            .ifPresent(all::add));
        }
        return all;
    }

    private static Optional<Asked> asked(
            String survey, String kind, List<String> texts, Binding score, Mapping mapping) {
        List<String> given = texts.stream()
                .filter(text -> !text.isEmpty() && !mapping.nullWords().contains(text))
                .toList();
        List<Integer> numbers = given.stream()
                .map(text -> score.values().getOrDefault(text, text))
                .flatMap(text -> ScoreSuggestion.number(text).stream())
                .filter(number -> !NO_ANSWER.contains(number))
                .toList();
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        boolean worded =
                given.stream().noneMatch(text -> ScoreSuggestion.number(text).isPresent());
        return Optional.of(new Asked(survey, kind, numbers, worded ? ScoreWords.scale(given) : Optional.empty()));
    }

    private static String survey(Mapping mapping, String column, List<String> row, UploadSample sample) {
        List<String> columns = mapping.binding("survey").map(Binding::columns).orElse(List.of());
        return columns.isEmpty() ? ScoreSuggestion.survey(mapping, column) : cell(columns.get(0), row, sample);
    }

    private static String kind(Mapping mapping, String column, List<String> row, UploadSample sample) {
        Optional<Binding> kind = mapping.binding("kind");
        String said = kind.filter(binding -> !binding.columns().isEmpty())
                .map(binding -> cell(binding.columns().get(0), row, sample))
                .or(() -> kind.map(Binding::constant))
                .orElse("");
        String known = ScoreSuggestion.known(said);
        boolean several = mapping.binding("score")
                .filter(score -> score.columns().size() > 1)
                .isPresent();
        return known != null ? known : several ? ScoreSuggestion.kind(column) : "rating";
    }

    private static String cell(String column, List<String> row, UploadSample sample) {
        int position = sample.header().position(column).orElse(Integer.MAX_VALUE);
        return position < row.size() ? row.get(position).strip() : "";
    }
}
