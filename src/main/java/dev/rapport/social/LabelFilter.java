package dev.rapport.social;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which mentions are gone through, the newest first.
 *
 * @param show {@code open}: something is not known; {@code machine}: a machine has spoken and no person; {@code all}
 * @param page from 1
 */
record LabelFilter(String show, int page) {
    static final int SIZE = 20;
    static final List<String> SHOWS = List.of("open", "machine", "all");

    private static final int MOST_PAGES = 10_000;

    static LabelFilter of(@Nullable String show, @Nullable Integer page) {
        return new LabelFilter(
                show != null && SHOWS.contains(show) ? show : SHOWS.get(0),
                page == null ? 1 : Math.min(MOST_PAGES, Math.max(1, page)));
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
