package dev.rapport.dashboard.list;

import dev.rapport.dashboard.PageLinks;
import dev.rapport.voice.FollowUpFilter;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Links to a list of answers in one state of their follow-up.
 *
 * @param state empty for all
 * @param count how many are in it; empty where that is not told
 */
public record StateTab(String state, String count, String url, boolean chosen) {
    static final String STATE = "state";
    static final String OWNER = "owner";

    public String textKey() {
        return "state_" + state;
    }

    /** Links to the first page of a list with what is chosen of it. */
    static PageLinks links(PageLinks list, FollowUpFilter filter) {
        return list.with(STATE, filter.state().orElse(""))
                .with(OWNER, filter.owner().orElse(""));
    }

    /** @param count tells of a state how many are in it */
    static List<StateTab> all(PageLinks links, FollowUpFilter filter, UnaryOperator<String> count) {
        return Stream.concat(Stream.of(""), FollowUpFilter.STATES.stream())
                .map(state -> new StateTab(
                        state,
                        count.apply(state),
                        links.with(STATE, state).url(),
                        filter.state().orElse("").equals(state)))
                .toList();
    }
}
