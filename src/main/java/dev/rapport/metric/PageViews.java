package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.Optional;

/**
 * Defines the metric page views; each belongs to the day and channel in which its session starts.
 *
 * <p>Unit: count. Null behaviour: nothing counted is 0. Benchmark: of a whole site in a month, 1,000 of a small company's and
 * 10,000 of a large one's [N18]. Source: [N18], [Q10].
 */
final class PageViews extends SumMetric {
    private static final Benchmark SMALL =
            Benchmark.bands("N18", "below", 1_000.0, "good").per(Grain.MONTH).of("small");
    private static final Benchmark LARGE =
            Benchmark.bands("N18", "below", 10_000.0, "good").per(Grain.MONTH).of("large");

    PageViews() {
        super(
                Define.metric("page_views", Definition.Topic.SITE, Definition.Unit.COUNT, Definition.Better.UP)
                        .additive()
                        .benchmark(SMALL)
                        .beside(SMALL, LARGE)
                        .parts(Dimension.PAGE, Dimension.CAMPAIGN, Dimension.PRODUCT, Dimension.CATEGORY)
                        .sources("N18", "Q10")
                        .rows(RowSet.of("session"))
                        .done(),
                Measure.PAGE_VIEWS);
    }

    /** Of all there is: some channels, segments or pages of it say nothing of a site. */
    @Override
    public Optional<Benchmark> benchmark(Slice slice, SurveyItems items) {
        return slice.isNarrowed() ? Optional.empty() : Optional.of(items.ofLargeCompany() ? LARGE : SMALL);
    }

    /** Of one page, product or category only its views tell; sessions count all pages. */
    @Override
    public RowSet rows(Slice slice) {
        return slice.option(SliceOption.PAGE_PATH).isPresent()
                        || slice.option(SliceOption.PRODUCT).isPresent()
                        || slice.option(SliceOption.CATEGORY).isPresent()
                ? RowSet.of("page_view")
                : definition().rows();
    }
}
