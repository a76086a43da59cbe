package dev.rapport.dashboard.list;

import dev.rapport.dashboard.FilterBar;
import java.util.List;

/** Holds the low scores of a slice with what has been done about them; the figure is how many have been followed up. */
public record FollowUpsPage(WorkListFrame list, List<StateTab> states, List<FilterBar.Option> owners, List<Row> rows) {
    /** @param after what the customer has done since, in a few words each */
    public record Row(ListedAnswer answer, List<String> after) {}
}
