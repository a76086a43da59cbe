package dev.rapport.metric;

import dev.rapport.slice.Dimension;

/**
 * Page views; each belongs to the day and channel in which its session starts.
 *
 * <p>Unit: count. Null behaviour: nothing counted is 0. Source: Nextiva, 18 engagement metrics [N18].
 */
final class PageViews extends SumMetric {
    PageViews() {
        super(
                Define.metric("page_views", Definition.Topic.SITE, Definition.Unit.COUNT, Definition.Better.UP)
                        .additive()
                        .parts(Dimension.PAGE, Dimension.CAMPAIGN)
                        .sources("N18")
                        .done(),
                Measure.PAGE_VIEWS);
    }
}
