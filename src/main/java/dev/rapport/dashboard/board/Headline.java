package dev.rapport.dashboard.board;

import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import java.math.BigDecimal;
import java.util.Optional;

/** Shows a headline figure with its small trend; the whole of it is a link to the metric's page. */
public record Headline(String key, String url, FigureView figure, Optional<Sparkline> sparkline) {

    static Headline of(Answer total, Answer trend, PageLinks links, FigureText text) {
        Definition definition = total.metric().definition();
        return new Headline(
                definition.key(),
                links.metric(definition.key()),
                FigureView.of(total, total.total(), text),
                Sparkline.of(trend.rows().stream()
                        .filter(row -> !row.unfinished())
                        .map(Answer.Row::figure)
                        .map(Figure::value)
                        .map(value -> value.map(BigDecimal::doubleValue))
                        .toList()));
    }
}
