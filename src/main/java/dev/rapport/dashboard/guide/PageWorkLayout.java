package dev.rapport.dashboard.guide;

import dev.rapport.behaviour.PageWork;
import dev.rapport.behaviour.PageWorkReader;
import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.metric.CountedShare;
import dev.rapport.metric.Definition.Unit;
import dev.rapport.slice.Dimension;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lays out which pages to work on. */
final class PageWorkLayout {
    private static final int SHOWN = 50;

    private final PageContext context;
    private final PageWorkMessages words;

    PageWorkLayout(PageContext context) {
        this.context = context;
        this.words = context.words(PageWorkMessages.class);
    }

    /** @param lengths words of pages as they are written down, and what is wrong with them; empty for nothing */
    PageWorkPage page(PageWorkReader.Pages found, String lengths, String problem) {
        PageLinks links = new PageLinks("/pages", context.slice());
        List<PageWork> sorted = found.pages().stream()
                .sorted(Comparator.comparing((PageWork page) ->
                                found.all().map(all -> page.signals(all).size()).orElse(0))
                        .thenComparing(PageWork::views)
                        .reversed())
                .toList();
        return new PageWorkPage(
                links.url(),
                context.period(),
                FilterBar.of(links, context.choices(), Set.of(), context.periods())
                        .withoutTrend(),
                links.extras(),
                found.all().map(all -> row(all, Optional.empty(), links)),
                sorted.stream()
                        .limit(SHOWN)
                        .map(page -> row(page, found.all(), links))
                        .toList(),
                sorted.size() > SHOWN ? words.cut(count(SHOWN), count(sorted.size())) : "",
                links.to("/pages.csv"),
                lengths,
                problem);
    }

    private PageWorkPage.Row row(PageWork page, Optional<PageWork> all, PageLinks links) {
        return new PageWorkPage.Row(
                page.page(),
                page.page().isEmpty()
                        ? ""
                        : links.with(links.slice().withOption(Dimension.PAGE.option(), Optional.of(page.page())))
                                .metric("page_views"),
                count(page.views()),
                share(page.exitShare()),
                share(page.onwardShare()),
                seconds(page.median()),
                seconds(page.usualSeconds()),
                share(page.deepLeftShare()),
                all.map(page::signals).orElseGet(List::of).stream()
                        .map(signal -> new PageWorkPage.Signal(key(signal)))
                        .toList());
    }

    static String key(PageWork.Signal signal) {
        return signal.name().toLowerCase(Locale.ROOT);
    }

    private String share(CountedShare share) {
        FigureText text = context.figures();
        return share.whole() == 0 ? "" : text.figure(Unit.PERCENT, share.figure());
    }

    private String seconds(Optional<Double> seconds) {
        return seconds.map(value -> context.figures().value(Unit.DURATION, value))
                .orElse("");
    }

    private String count(long number) {
        return context.audience().numbers().count(number);
    }
}
