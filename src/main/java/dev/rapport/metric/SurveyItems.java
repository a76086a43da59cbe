package dev.rapport.metric;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the goals and surveys that exist, which the items of measures stand for, the size of the company and what counts
 * as using the product. Handed to metrics, which know no database.
 *
 * @param goals id of each goal by its key
 * @param defaultGoal key of the goal that is meant when none is named
 * @param surveys every survey
 * @param ofLargeCompany whether benchmarks of large companies hold
 * @param productUse what counts as using the product
 * @param socialWeights what interactions with posts weigh
 */
public record SurveyItems(
        Map<String, Integer> goals,
        Optional<String> defaultGoal,
        List<Survey> surveys,
        boolean ofLargeCompany,
        ProductUse productUse,
        SocialWeights socialWeights) {
    public static final SurveyItems NONE = new SurveyItems(Map.of(), Optional.empty(), List.of());

    public SurveyItems(Map<String, Integer> goals, Optional<String> defaultGoal, List<Survey> surveys) {
        this(goals, defaultGoal, surveys, false);
    }

    public SurveyItems(
            Map<String, Integer> goals, Optional<String> defaultGoal, List<Survey> surveys, boolean ofLargeCompany) {
        this(goals, defaultGoal, surveys, ofLargeCompany, ProductUse.EVERY_VISIT, SocialWeights.PLAIN);
    }

    /**
     * @param kind nps, csat, ces, rating
     * @param classed its scores are sorted by a rule of its own (NPS asked in words or on five points)
     * @param answers how many answers it ever had
     */
    public record Survey(
            int id,
            String key,
            String kind,
            int scaleMin,
            int scaleMax,
            boolean lowerIsBetter,
            boolean classed,
            long answers) {}

    Optional<Survey> survey(String key) {
        return surveys.stream().filter(survey -> survey.key().equals(key)).findFirst();
    }
}
