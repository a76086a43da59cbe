package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.util.Set;

/**
 * Defines the metric net sentiment: (positive - negative mentions) / mentions that somebody has labelled positive,
 * neutral or negative x 100.
 *
 * <p>Unit: points, -100..100, with the normal interval of a mean of +1, 0 and -1. Null behaviour: no data without labelled
 * mentions; unlabelled ones are not counted at all. Example: 60 positive, 20 negative of 100 is +40. Source: ten engagement
 * metrics [E10].
 */
final class NetSentiment implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "net_sentiment", Definition.Topic.SOCIAL, Definition.Unit.POINTS, Definition.Better.UP)
            .parts(Dimension.NETWORK, Dimension.BRAND, Dimension.TOPIC)
            .sources("E10")
            .rows(RowSet.of("mention").only("sentiment"))
            .done();

    private static final Input POSITIVE = Input.sum(Measure.MENTIONS_POSITIVE);
    private static final Input NEUTRAL = Input.sum(Measure.MENTIONS_NEUTRAL);
    private static final Input NEGATIVE = Input.sum(Measure.MENTIONS_NEGATIVE);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(POSITIVE, NEUTRAL, NEGATIVE);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        long positive = inputs.count(POSITIVE);
        long negative = inputs.count(NEGATIVE);
        long all = positive + negative + inputs.count(NEUTRAL);
        Figure net = Figures.percent(BigDecimal.valueOf(positive - negative), BigDecimal.valueOf(all), all);
        return new Figure(
                net.value(),
                net.numerator(),
                net.denominator(),
                net.n(),
                Statistics.netScore(positive, negative, all).map(each -> each.times(100)));
    }
}
