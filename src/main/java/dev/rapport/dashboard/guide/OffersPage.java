package dev.rapport.dashboard.guide;

import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.metric.Definition.Unit;
import dev.rapport.metric.Figure;
import dev.rapport.revenue.BoughtTogether;
import dev.rapport.words.NumberFormats;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * Shows which products the same people buy.
 *
 * @param cut that not all pairs are shown; empty when they are
 */
public record OffersPage(
        String url,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        List<Pair> pairs,
        String cut,
        String csvUrl) {
    private static final int SHOWN = 50;

    public record Pair(
            String bought,
            String product,
            String buyers,
            String both,
            String share,
            String interval,
            String everybody,
            boolean stands) {}

    static OffersPage of(List<BoughtTogether.Offer> pairs, PageContext context) {
        PageLinks links = new PageLinks("/offers", context.slice());
        NumberFormats numbers = context.audience().numbers();
        return new OffersPage(
                links.url(),
                context.period(),
                FilterBar.of(links, context.choices(), Set.of(), context.periods())
                        .withoutTrend(),
                links.extras(),
                pairs.stream()
                        .limit(SHOWN)
                        .map(pair -> pair(pair, context.figures()))
                        .toList(),
                pairs.size() > SHOWN
                        ? context.words(OffersMessages.class).cut(numbers.count(SHOWN), numbers.count(pairs.size()))
                        : "",
                links.to("/offers.csv"));
    }

    private static Pair pair(BoughtTogether.Offer pair, FigureText text) {
        Figure figure = pair.share().figure();
        return new Pair(
                pair.bought(),
                pair.product(),
                text.numbers().count(pair.share().whole()),
                text.numbers().count(pair.share().part()),
                text.figure(Unit.PERCENT, figure),
                figure.interval()
                        .map(interval -> text.value(Unit.PERCENT, interval.low()) + " – "
                                + text.value(Unit.PERCENT, interval.high()))
                        .orElse(""),
                text.figure(Unit.PERCENT, pair.everybody().figure()),
                pair.stands());
    }
}
