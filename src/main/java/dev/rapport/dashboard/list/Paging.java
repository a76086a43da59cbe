package dev.rapport.dashboard.list;

import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.RowPage;
import dev.rapport.slice.OwnParameters;
import dev.rapport.web.Messages;
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

    /** The address of a page of a list. */
    static String url(PageLinks links, int number) {
        return links.with(NAME, number == 1 ? "" : Integer.toString(number)).url();
    }

    /**
     * @param links to the first page
     * @param size how many rows a page has at most
     */
    static Paging of(PageLinks links, int number, RowPage rows, int size, PageContext context) {
        long before = (number - 1L) * size;
        long shown = rows.rows().size();
        NumberFormats numbers = context.audience().numbers();
        return new Paging(
                shown == 0
                        ? ""
                        : context.words(Messages.class)
                                .shown(
                                        numbers.count(before + 1),
                                        numbers.count(before + shown),
                                        numbers.count(rows.total())),
                number == 1 ? "" : url(links, number - 1),
                before + shown < rows.total() && number < MOST ? url(links, number + 1) : "");
    }
}
