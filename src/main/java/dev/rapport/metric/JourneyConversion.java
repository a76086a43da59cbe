package dev.rapport.metric;

/**
 * Defines the metric journey conversion: people who took every funnel step in its order / people who took the first in
 * the slice x 100. Steps and the window, in which all of them must be taken after the first, are in the settings. Only
 * the first step is held against channels, segments and period: that of its visit, order or ticket. A person counts
 * once, by the entry that led furthest.
 *
 * <p>Unit: per cent, 0..100, with Wilson's interval. Null behaviour: no data when nobody took the first step, or with less
 * than two steps. Example: of 200 visitors 8 went all the way: 4 %. Source: VWO [V8].
 */
public final class JourneyConversion implements FactMetric {
    private static final Definition DEFINITION = Define.metric(
                    "journey_conversion", Definition.Topic.SITE, Definition.Unit.PERCENT, Definition.Better.UP)
            .ripeAfter(30)
            .sources("V8")
            .rows(RowSet.of("journey"))
            .done();

    JourneyConversion() {}

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    /** Of so many people so many took a later step. */
    public static Figure share(long took, long of) {
        return Figures.share(took, of);
    }

    /** The median of times between two steps, in seconds. */
    public static Figure median(Waits times) {
        return times.quantile(0.5);
    }
}
