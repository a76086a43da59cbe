package dev.rapport.dashboard.list;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.RowPage;
import dev.rapport.query.MetricQuery;
import dev.rapport.query.RowColumn;
import dev.rapport.voice.FollowUpFilter;
import dev.rapport.voice.FollowUpMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Lays out the low scores of a slice: who looks after them, how far it is, and what became of the customers. */
final class FollowUpsLayout {
    private static final String METRIC = "follow_up";

    private final FollowUpFilter filter;
    private final int number;
    private final PageContext context;
    private final PageLinks links;
    private final FollowUpMessages words;

    /** @param number of the page, from 1 */
    FollowUpsLayout(FollowUpFilter filter, int number, PageContext context) {
        this.filter = filter;
        this.number = number;
        this.context = context;
        this.links = StateTab.links(new PageLinks("/follow-up", context.slice()), filter);
        this.words = context.words(FollowUpMessages.class);
    }

    /**
     * Holds how the work stands.
     *
     * @param states how many low scores there are in each state that any is in
     * @param owners everybody who has ever taken one
     */
    record Work(Map<String, Long> states, List<String> owners) {}

    /** What must be known to show it. */
    Stream<MetricQuery> asks() {
        return Stream.of(figure());
    }

    private MetricQuery figure() {
        return new MetricQuery(METRIC, context.slice(), Grouping.TOTAL);
    }

    FollowUpsPage page(RowPage rows, Answers answers, Work work) {
        return new FollowUpsPage(
                WorkListFrame.of(links, StateTab.OWNER, number, rows, answers.to(figure()), context),
                states(work.states()),
                owners(work.owners()),
                rows.rows().stream()
                        .map(cells ->
                                new FollowUpsPage.Row(ListedAnswer.of(rows, cells, links, context), after(rows, cells)))
                        .toList());
    }

    private List<StateTab> states(Map<String, Long> counts) {
        long all = counts.values().stream().mapToLong(count -> count).sum();
        return StateTab.all(
                links,
                filter,
                state -> context.audience().numbers().count(state.isEmpty() ? all : counts.getOrDefault(state, 0L)));
    }

    /** Whoever looks at the page finds himself there, too. */
    private List<FilterBar.Option> owners(List<String> known) {
        TreeMap<String, String> owners = new TreeMap<>();
        known.forEach(owner -> owners.put(owner, owner));
        filter.owner().ifPresent(owner -> owners.putIfAbsent(owner, owner));
        owners.remove(FollowUpFilter.NOBODY);
        List<FilterBar.Option> options = new ArrayList<>();
        options.add(option("", words.everybody()));
        options.add(option(FollowUpFilter.NOBODY, words.unowned()));
        owners.forEach((owner, name) -> options.add(option(owner, name)));
        return options;
    }

    private FilterBar.Option option(String owner, String name) {
        return new FilterBar.Option(owner, name, filter.owner().orElse("").equals(owner));
    }

    private List<String> after(RowPage page, List<String> cells) {
        List<String> after = new ArrayList<>();
        if (!List.of("", "0").contains(page.cell(cells, RowColumn.ORDERS_AFTER))) {
            after.add(words.ordered(page.cell(cells, RowColumn.ORDERS_AFTER)));
        }
        if (!List.of("", "0").contains(page.cell(cells, RowColumn.TICKETS_AFTER))) {
            after.add(words.tickets(
                    context.audience().numbers().counted(Long.parseLong(page.cell(cells, RowColumn.TICKETS_AFTER)))));
        }
        if (!page.cell(cells, RowColumn.LATER_SCORE).isEmpty()) {
            after.add(words.later(page.cell(cells, RowColumn.LATER_SCORE)));
        }
        if (page.cell(cells, RowColumn.CHURNED).equals("true")) {
            after.add(words.left());
        }
        return after;
    }
}
