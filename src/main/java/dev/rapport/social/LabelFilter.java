package dev.rapport.social;

import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.OwnParameters;
import dev.rapport.slice.SliceFault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Narrows the mentions to be labelled, the newest first.
 *
 * @param show {@code open}: something is not known; {@code machine}: a machine has spoken and no person; {@code all}
 * @param page from 1
 */
record LabelFilter(String show, int page) {
    static final int SIZE = 20;
    static final List<String> SHOWS = List.of("open", "machine", "all");

    private static final int MOST_PAGES = 10_000;

    /** @throws BadSliceException for a list that there is not, or a page that is none */
    static LabelFilter read(Map<String, List<String>> parameters) {
        String show = OwnParameters.single(parameters, "show").orElse(SHOWS.get(0));
        if (!SHOWS.contains(show)) {
            throw new BadSliceException("show", SliceFault.NO_SUCH_VALUE);
        }
        return new LabelFilter(
                show, OwnParameters.number(parameters, "page", MOST_PAGES).orElse(1));
    }

    /** The list that a form was sent from. */
    static LabelFilter of(@Nullable String show) {
        return new LabelFilter(show != null && SHOWS.contains(show) ? show : SHOWS.get(0), 1);
    }

    LabelFilter withShow(String other) {
        return new LabelFilter(other, 1);
    }

    LabelFilter onPage(int other) {
        return new LabelFilter(show, other);
    }

    int offset() {
        return (page - 1) * SIZE;
    }

    String url() {
        String query = show.equals(SHOWS.get(0)) ? "" : "?show=" + show;
        return "/social/labels" + query + (page == 1 ? "" : (query.isEmpty() ? "?" : "&") + "page=" + page);
    }

    /** Whether technical or not matters only of what needs a reply; it may stay open. */
    String where() {
        return switch (show) {
            case "open" -> """
                    (mention.sentiment is null or mention.frustrated is null or mention.article_helps is null
                     or mention.needs_reply is null)""";
            case "machine" -> """
                    mention.labelled_by like 'machine:%' and not exists (
                        select from mention_label as said
                        where said.mention_key = mention.key and said.current and said.value is not null)""";
            default -> "true";
        };
    }
}
