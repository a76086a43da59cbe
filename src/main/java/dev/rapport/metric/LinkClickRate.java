package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.util.List;
import java.util.Set;

/**
 * Defines the metric click rate of links: views of a page in which a link or button on it was clicked / views of that page x
 * 100. Of pages on which somebody has ever clicked one; by link, of the views of the pages that have it. A click belongs to the
 * last view of its page before it in the visit, and a view counts once however often it was clicked in.
 *
 * <p>Unit: per cent, 0..100, with Wilson's interval. Null behaviour: no data without views of such pages. Example: a button
 * clicked in 30 of 200 views of its page is at 15 %. Source: Nextiva [N18].
 */
public final class LinkClickRate implements FactMetric {
    private static final Definition DEFINITION = Define.metric(
                    "link_ctr", Definition.Topic.SITE, Definition.Unit.PERCENT, Definition.Better.UP)
            .parts(Dimension.PAGE, Dimension.LINK)
            .sources("N18")
            .rows(RowSet.of("page_view").only("linked"))
            .done();

    LinkClickRate() {}

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<String> facts() {
        return Set.of("behaviour");
    }

    public Figure figure(long clicked, long views) {
        return Figures.share(clicked, views);
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return List.of("links_ever_clicked");
    }
}
