package dev.rapport.metric;

import java.math.BigDecimal;

/**
 * Defines the metric variant p-value: the two-sided p-value of the two-proportion z test. It tells how probable a
 * difference as large as {@link VariantLift}, or larger, would be by chance alone.
 *
 * <p>Unit: 0..1. Null behaviour: no data where one variant was shown to nobody, or where all or none of both clicked.
 * Example: 50 of 200 against 70 of 200: z = 2.182, p = 0.0291. Source: VWO's eight metrics [V8].
 */
public final class VariantProbability extends VariantMetric {
    VariantProbability() {
        super("variant_p_value", Definition.Unit.RATIO);
    }

    @Override
    public Figure figure(Trial control, Trial variant) {
        return Statistics.twoProportions(control.successes(), control.n(), variant.successes(), variant.n()).stream()
                .mapToObj(p -> Figure.of(BigDecimal.valueOf(p), n(control, variant)))
                .findFirst()
                .orElseGet(Figure::noData);
    }
}
