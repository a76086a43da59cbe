package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactType;
import dev.rapport.fact.RejectReason;
import dev.rapport.voice.AnswerWords;
import dev.rapport.web.NameKey;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rules that hold between the fields of a row: those of its type, and those that take the whole file - its surveys, its
 * terms of money, its way of writing numbers.
 */
final class RowRules {
    private RowRules() {}

    static void apply(FactType type, MappedRow row) {
        type.complete(row);
        switch (type.wholeFileRule()) {
            case ORDER_LINE -> OrderLine.apply(row);
            case SUBSCRIPTION_PRICE -> SubscriptionPrice.apply(row);
            case SURVEY -> survey(row);
            case SURVEY_SCORE -> response(row);
            case TICKET_TIMES -> TicketRule.apply(row);
            case NONE -> {}
        }
    }

    /** Kind, scale and direction may come with each row, from the survey as it is known, or from its kind. */
    private static void survey(MappedRow row) {
        String name = row.get("survey");
        if (name == null) {
            return;
        }
        String key = NameKey.of(name);
        Optional<SurveysOfFile.Survey> known = row.surveys().known(key);
        String kind = row.get("kind");
        String kindOrKnown =
                kind != null ? kind : known.map(SurveysOfFile.Survey::kind).orElse("rating");
        boolean asKnown = known.isPresent() && known.get().kind().equals(kindOrKnown);
        Optional<int[]> told = row.scale(name);
        int min = row.number("scale_min")
                .map(BigDecimal::intValue)
                .or(() -> told.map(scale -> scale[0]))
                .orElse(asKnown ? known.get().min() : kindOrKnown.equals("nps") ? 0 : 1);
        int max = row.number("scale_max")
                .map(BigDecimal::intValue)
                .or(() -> told.map(scale -> scale[1]))
                .orElse(
                        asKnown
                                ? known.get().max()
                                : kindOrKnown.equals("nps") ? 10 : kindOrKnown.equals("ces") ? 7 : 5);
        String direction = row.get("direction");
        boolean lower = direction != null
                ? direction.equals("lower")
                : asKnown ? known.get().lowerIsBetter() : kindOrKnown.equals("ces");
        if (min >= max) {
            row.reject("scale_max", String.valueOf(max), RejectReason.OUT_OF_RANGE);
            return;
        }
        SurveysOfFile.Survey survey = new SurveysOfFile.Survey(key, name, kindOrKnown, min, max, lower);
        row.surveys().meet(survey).ifPresent(reason -> row.reject("survey", name, reason));
        row.set("survey_key", key);
    }

    private static void response(MappedRow row) {
        survey(row);
        String key = row.get("survey_key");
        Optional<SurveysOfFile.Survey> survey =
                key == null ? Optional.empty() : row.surveys().known(key);
        if (survey.isEmpty()) {
            return;
        }
        String word = word(row, survey.get().words());
        Optional<BigDecimal> score = row.number("score");
        if (score.isEmpty()) {
            return;
        }
        int said = score.get().intValue();
        int place = word == null ? said : survey.get().words().getOrDefault(word, said);
        if (place < survey.get().min() || place > survey.get().max()) {
            row.reject("score", row.get("score"), RejectReason.OUTSIDE_SCALE);
        } else if (word != null) {
            row.surveys().say(survey.get().key(), word, said);
        }
    }

    /** The word that was given for an answer; one that only the survey knows is no fault of the row. */
    private static @Nullable String word(MappedRow row, Map<String, Integer> known) {
        String given = row.get("given");
        if (given != null || known.isEmpty()) {
            return given;
        }
        for (RowProblem problem : row.problems()) {
            String word = problem.field().equals("score") ? AnswerWords.key(problem.value()) : "";
            Integer place = known.get(word);
            if (place != null) {
                row.forgive(problem);
                row.set("score", String.valueOf(place));
                row.set("given", word);
                return word;
            }
        }
        return null;
    }
}
