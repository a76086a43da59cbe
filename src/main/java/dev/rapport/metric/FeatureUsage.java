package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Defines the metric feature usage: people who used a feature / active people x 100; over all features, people who used
 * any of them. By feature, the active people are the same for each. What a feature is, by which event its use shows,
 * and who is active ({@link ProductUse}), the settings say; whoever used a feature is.
 *
 * <p>Unit: per cent, 0..100, with Wilson's interval. Null behaviour: no data without active people. Benchmark: 28 % (of a
 * feature). Source: [N18], [Q10].
 */
final class FeatureUsage implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "feature_usage", Definition.Topic.PRODUCT, Definition.Unit.PERCENT, Definition.Better.UP)
            .growing()
            .benchmark(Benchmark.bands("N18", "below", 28.0, "good").per(Grain.MONTH))
            .parts(Dimension.FEATURE)
            .sources("N18", "Q10")
            .rows(RowSet.of("feature_user"))
            .done();

    private static final Input USERS = Input.people(Measure.FEATURE_USES);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(USERS, active(items));
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.share(inputs.count(USERS), inputs.count(active(items)));
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return items.productUse().notes();
    }

    private static Input active(SurveyItems items) {
        return Input.people(items.productUse().sessions());
    }

    /** All features are held against the same people: the most used come first. */
    @Override
    public BigDecimal weight(Figure figure) {
        return figure.numerator();
    }
}
