package dev.rapport.dashboard.guide;

import dev.rapport.dashboard.FilterBar;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Shows which pages to work on.
 *
 * @param cut that not all pages are shown; empty when they are
 * @param lengths words of pages as they are written down
 * @param problem what was wrong with what was sent; empty for nothing
 */
public record PageWorkPage(
        String url,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        Optional<Row> all,
        List<Row> rows,
        String cut,
        String csvUrl,
        String lengths,
        String problem) {

    /** Empty text for what is not known. */
    public record Row(
            String page,
            String url,
            String views,
            String exits,
            String onward,
            String reading,
            String usual,
            String deepLeft,
            List<Signal> signals) {}

    public record Signal(String key) {
        public String nameKey() {
            return "signal_" + key;
        }

        public String adviceKey() {
            return "do_" + key;
        }
    }
}
