package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactType;
import dev.rapport.fact.RejectReason;
import dev.rapport.web.NameKey;
import java.math.BigDecimal;
import java.util.Optional;

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
        Optional<BigDecimal> score = row.number("score");
        if (key == null || score.isEmpty()) {
            return;
        }
        Optional<SurveysOfFile.Survey> survey = row.surveys().known(key);
        int value = score.get().intValue();
        if (survey.isPresent()
                && (value < survey.get().min() || value > survey.get().max())) {
            row.reject("score", row.get("score"), RejectReason.OUTSIDE_SCALE);
        }
    }
}
