package dev.rapport.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Defines the metric variant lift: the rate of a variant minus that of the one it is tried against, in per cent points.
 * The rate is clicks / impressions (for e-mail delivered), or with the option {@code rate=conversions} conversions /
 * clicks.
 *
 * <p>Unit: points, -100..100, with Newcombe's 95 % interval; whether it may be chance says {@link VariantProbability}. The
 * numerator is the difference of the rates, the denominator 1, n the observations of both. Null behaviour: no data where one
 * of them was shown to nobody. Example: 50 of 200 against 70 of 200 is +10 points, from 1.0 to 18.8, p = 0.029. Source:
 * VWO's eight metrics [V8].
 */
public final class VariantLift extends VariantMetric {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    VariantLift() {
        super("variant_lift", Definition.Unit.DIFFERENCE);
    }

    @Override
    public Figure figure(Trial control, Trial variant) {
        if (!canCompare(control, variant)) {
            return Figure.noData();
        }
        BigDecimal lift = percent(variant).subtract(percent(control));
        return new Figure(
                Optional.of(lift),
                lift,
                BigDecimal.ONE,
                n(control, variant),
                interval(control, variant).map(each -> each.times(100)));
    }

    private static BigDecimal percent(Trial trial) {
        return BigDecimal.valueOf(trial.successes())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(trial.n()), MathContext.DECIMAL64);
    }
}
