package dev.rapport.dashboard.list;

import dev.rapport.dashboard.PageLinks;
import dev.rapport.slice.OwnParameters;
import dev.rapport.words.NumberFormats;
import java.util.List;
import java.util.Map;

/**
 * Tells which page of a list is shown.
 *
 * @param previous empty on the first page, as is next on the last
 */
public record Paging(String text, String previous, String next) {
    private static final String NAME = "page";

    /** Further than anybody turns pages; the CSV has all. */
    private static final int MOST = 1_000;

    /** The page asked for, from 1. */
    static int number(Map<String, List<String>> parameters) {
        return OwnParameters.number(parameters, NAME, MOST).orElse(1);
    }

    /** Says which of how many are shown. */
    interface Words {
        String shown(String first, String last, String all);
    }

    /** @param shown how many rows the page has, of all */
    static Paging of(PageLinks links, int page, long shown, long all, int size, NumberFormats numbers, Words words) {
        long before = (page - 1L) * size;
        return new Paging(
                shown == 0
                        ? ""
                        : words.shown(numbers.count(before + 1), numbers.count(before + shown), numbers.count(all)),
                page == 1
                        ? ""
                        : links.with(NAME, page == 2 ? "" : Integer.toString(page - 1))
                                .url(),
                before + shown < all && page < MOST
                        ? links.with(NAME, Integer.toString(page + 1)).url()
                        : "");
    }
}
