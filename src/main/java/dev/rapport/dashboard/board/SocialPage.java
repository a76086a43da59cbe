package dev.rapport.dashboard.board;

import dev.rapport.dashboard.BreakdownTable;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageSection;
import dev.rapport.dashboard.Tab;
import dev.rapport.dashboard.TrendView;
import java.util.List;
import java.util.SortedMap;

/**
 * Holds what others say, as it is shown.
 *
 * @param url its canonical address
 * @param kept the page's own choices, which the filter bar sends along
 * @param empty nobody has said anything in the slice
 * @param unlabelled what is not known of how many mentions; empty when all are labelled
 * @param posts how people engaged with each
 * @param parts by network, brand and topic
 */
public record SocialPage(
        String url,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        boolean empty,
        List<Headline> headlines,
        List<Tab> trends,
        TrendView trend,
        List<Unlabelled> unlabelled,
        List<Tone> tones,
        String tonesCsvUrl,
        HoursTable hours,
        String hoursCsvUrl,
        PageSection posts,
        List<ByPart> parts) {

    /** @param key of the share that these mentions are not in */
    public record Unlabelled(String key, String count, String share) {}

    /** @param key positive, neutral, negative or unlabelled; @param bar in per cent of all */
    public record Tone(String key, String count, String share, int bar, String url) {
        public String nameKey() {
            return "tone_" + key;
        }
    }

    /** @param key of the part: network, brand, topic */
    public record ByPart(String key, BreakdownTable breakdown) {
        public String nameKey() {
            return "by_" + key;
        }

        public String columnKey() {
            return "part_" + key;
        }
    }
}
