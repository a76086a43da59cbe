package dev.rapport.dashboard.list;

import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.RowPage;
import dev.rapport.query.Answer;
import dev.rapport.slice.SliceOption;
import java.util.Set;
import java.util.SortedMap;

/**
 * Holds what every list that people work through has around its rows.
 *
 * @param kept the page's own choices, which the filter bar sends along
 * @param figure what the list is about in one number
 */
public record WorkListFrame(
        String url,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        FigureView figure,
        String figureUrl,
        Paging paging,
        String csvUrl) {
    /**
     * @param links to the first page, with the list's own choices
     * @param typed the choice that a field of the page itself sends; empty where there is none
     * @param number of the page, from 1
     */
    static WorkListFrame of(
            PageLinks links, String typed, int number, RowPage rows, Answer figure, PageContext context) {
        return new WorkListFrame(
                Paging.url(links, number),
                context.period(),
                FilterBar.of(links, context.choices(), Set.of(SliceOption.SURVEY.key()), context.periods())
                        .withoutTrend(),
                links.with(typed, "").extras(),
                FigureView.of(figure, figure.total(), context.figures()),
                links.metric(figure.metric().key()),
                Paging.of(links, number, rows, WorkLists.PAGE, context),
                links.to(links.path() + ".csv"));
    }
}
