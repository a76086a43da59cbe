package dev.rapport.metric;

import dev.rapport.slice.SliceOption;

/**
 * Defines the metric cohort retention: the share of each group, by first activity ever, that is active again in the
 * k-th week or month after. The groups go by the first activity ever, not by the first in the period. The single figure
 * is the weighted mean of k = 1 over the groups for which that bucket is over: people active again / people in those
 * groups x 100. The option {@code activity} says what counts as active: {@code visit} or {@code order}.
 *
 * <p>Unit: per cent, 0..100, with Wilson's interval. Null behaviour: no data while no group has a finished next bucket.
 * Source: our own.
 */
public final class RetentionCohort implements FactMetric {
    private static final Definition DEFINITION = Define.metric(
                    "retention_cohort", Definition.Topic.PRODUCT, Definition.Unit.PERCENT, Definition.Better.UP)
            .options(SliceOption.ACTIVITY)
            .sources("own")
            .rows(RowSet.of("cohort"))
            .done();

    RetentionCohort() {}

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    /** One cell, or the sum of several: of so many people so many were active again. */
    public Figure figure(long activeAgain, long people) {
        return Figures.share(activeAgain, people);
    }
}
