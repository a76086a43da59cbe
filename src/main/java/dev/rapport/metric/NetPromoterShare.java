package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.Set;

/**
 * Defines the metrics that are shares of the answers of which the net promoter score is made: promoters (9-10), passives
 * (7-8) or detractors (0-6) / all three x 100. Surveys with another scale bring a rule of their own. The three come to 100.
 *
 * <p>Unit: per cent, 0..100, with Wilson's interval. Null behaviour: no data without answers. Example: 300 / 100 / 100 of 500
 * is 60 %, 20 %, 20 %. Source: [N18], [X5].
 */
final class NetPromoterShare extends SurveyMetric {
    private final Measure part;

    NetPromoterShare(String key, Definition.Better better, Measure part) {
        super(
                Define.metric(key, Definition.Topic.VOICE, Definition.Unit.PERCENT, better)
                        .answerParts()
                        .options(SliceOption.SURVEY)
                        .sources("N18", "X5")
                        .rows(RowSet.of("survey_answer").only("nps"))
                        .done(),
                "nps");
        this.part = part;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(
                sum(Measure.NPS_PROMOTERS, slice, items),
                sum(Measure.NPS_PASSIVES, slice, items),
                sum(Measure.NPS_DETRACTORS, slice, items));
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        long answers = inputs(slice, items).stream().mapToLong(inputs::count).sum();
        return Figures.share(inputs.count(sum(part, slice, items)), answers);
    }
}
