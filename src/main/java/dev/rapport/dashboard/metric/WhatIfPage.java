package dev.rapport.dashboard.metric;

import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.metric.ChurnGrowth;
import dev.rapport.metric.Definition.Unit;
import dev.rapport.slice.Slice;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shows what a year costs if churn grew.
 *
 * @param kept the slice, which the form sends along
 */
public record WhatIfPage(
        String metricUrl,
        String period,
        String points,
        List<Kept> kept,
        boolean recurring,
        List<Line> lines,
        String csvUrl) {
    public record Kept(String name, String value) {}

    /** Empty text for what is not known. */
    public record Line(
            String name,
            String customers,
            String churn,
            String grown,
            String lost,
            String more,
            String revenue,
            String less) {}

    static WhatIfPage of(WhatIf found, String points, PageLinks links, PageContext context) {
        WhatIfMessages words = context.words(WhatIfMessages.class);
        FigureText text = context.figures();
        return new WhatIfPage(
                links.url(),
                context.period(),
                points,
                kept(context.slice()),
                found.recurring(),
                found.rows().stream().map(row -> line(row, words, text)).toList(),
                links.with("points", points).to(WhatIfResource.FILE));
    }

    private static Line line(WhatIf.Row row, WhatIfMessages words, FigureText text) {
        Optional<ChurnGrowth.Lost> lost = row.lost();
        return new Line(
                row.channel().isPresent() ? row.name() : words.total(),
                text.numbers().count(row.customers()),
                row.growth()
                        .map(growth -> text.value(Unit.PERCENT, 100 * growth.churn()))
                        .orElse(""),
                row.growth()
                        .map(growth -> text.value(Unit.PERCENT, 100 * growth.grown()))
                        .orElse(""),
                lost.map(each -> text.numbers().count(Math.round(each.then()))).orElse(""),
                lost.map(each -> text.numbers().count(Math.round(each.more()))).orElse(""),
                row.yearly().map(yearly -> text.value(Unit.MONEY, yearly)).orElse(""),
                row.revenue().map(each -> text.value(Unit.MONEY, each.more())).orElse(""));
    }

    private static List<Kept> kept(Slice slice) {
        return Stream.of(slice.toQuery().split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Kept(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)))
                .toList();
    }
}
