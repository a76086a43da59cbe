package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;

/**
 * Defines the metric page views; each belongs to the day and channel in which its session starts.
 *
 * <p>Unit: count. Null behaviour: nothing counted is 0. Source: [N18], [Q10].
 */
final class PageViews extends SumMetric {
    PageViews() {
        super(
                Define.metric("page_views", Definition.Topic.SITE, Definition.Unit.COUNT, Definition.Better.UP)
                        .additive()
                        .parts(Dimension.PAGE, Dimension.CAMPAIGN)
                        .sources("N18", "Q10")
                        .rows(RowSet.of("session"))
                        .done(),
                Measure.PAGE_VIEWS);
    }

    /** Of one page only its views tell; sessions count all pages. */
    @Override
    public RowSet rows(Slice slice) {
        return slice.option(SliceOption.PAGE_PATH).isPresent()
                ? RowSet.of("page_view")
                : definition().rows();
    }
}
