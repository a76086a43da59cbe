package dev.rapport.dashboard.list;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.RowPage;
import dev.rapport.query.MetricQuery;
import dev.rapport.query.RowColumn;
import dev.rapport.voice.FollowUpFilter;
import java.util.List;
import java.util.stream.Stream;

/** Lays out who would recommend us: whom to thank and to invite. */
final class PromotersLayout {
    private static final String METRIC = "promoter_share";

    private final FollowUpFilter filter;
    private final int number;
    private final PageContext context;
    private final PageLinks links;

    /** @param number of the page, from 1 */
    PromotersLayout(FollowUpFilter filter, int number, PageContext context) {
        this.filter = filter;
        this.number = number;
        this.context = context;
        this.links = StateTab.links(new PageLinks("/promoters", context.slice()), filter);
    }

    /** What must be known to show it. */
    Stream<MetricQuery> asks() {
        return Stream.of(figure());
    }

    private MetricQuery figure() {
        return new MetricQuery(METRIC, context.slice(), Grouping.TOTAL);
    }

    PromotersPage page(RowPage rows, Answers answers) {
        return new PromotersPage(
                WorkListFrame.of(links, "", number, rows, answers.to(figure()), context),
                StateTab.all(links, filter, state -> ""),
                rows.rows().stream().map(cells -> row(rows, cells)).toList());
    }

    private PromotersPage.Row row(RowPage page, List<String> cells) {
        String open = page.cell(cells, RowColumn.OPEN_TICKETS);
        return new PromotersPage.Row(
                ListedAnswer.of(page, cells, links, context),
                page.cell(cells, RowColumn.ORDERS),
                open.equals("0") ? "" : open);
    }
}
