package dev.rapport.dashboard.journey;

import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.journey.DropOff;
import dev.rapport.journey.JourneyMessages;
import dev.rapport.metric.CountedShare;
import dev.rapport.words.NumberFormats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds who took a step of the journey and not the next, the newest of them.
 *
 * @param shown how many of how many are
 */
public record DropOffsPage(
        String title,
        String period,
        String journeyUrl,
        String shown,
        String csvUrl,
        List<Gone> rows,
        List<Why> reasons) {
    private static final int SHOWN = 100;
    private static final int REASONS = 20;

    /** @param reason empty: of those nobody knows why */
    public record Why(String reason, String count, String share) {}

    public record Gone(
            int person, String customer, String entered, String last, String channel, boolean open, String reason) {}

    /** @param step after which they are missed, from 1, and its name */
    static DropOffsPage of(int step, String name, List<DropOff> all, PageContext context) {
        PageLinks links = new PageLinks("/journey", context.slice());
        JourneyMessages words = context.words(JourneyMessages.class);
        NumberFormats numbers = context.audience().numbers();
        return new DropOffsPage(
                words.dropOffsOf(name),
                context.period(),
                links.url(),
                words.shown(numbers.count(Math.min(SHOWN, all.size())), numbers.count(all.size())),
                links.under("/journey/drop-offs.csv", "step", Integer.toString(step)),
                all.stream().limit(SHOWN).map(each -> gone(each, context)).toList(),
                reasons(all, words, numbers));
    }

    /** How many stopped for which reason, the most frequent first, and the others together; the file has who. */
    private static List<Why> reasons(List<DropOff> all, JourneyMessages words, NumberFormats numbers) {
        Map<String, Long> counts =
                all.stream().collect(Collectors.groupingBy(DropOff::reason, TreeMap::new, Collectors.counting()));
        List<Map.Entry<String, Long>> ranked = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .toList();
        List<Why> shown = new ArrayList<>(ranked.stream()
                .limit(REASONS)
                .map(each -> why(each.getKey(), each.getValue(), all.size(), numbers))
                .toList());
        if (ranked.size() > REASONS) {
            long left =
                    ranked.stream().skip(REASONS).mapToLong(Map.Entry::getValue).sum();
            shown.add(why(words.otherReasons(numbers.count(ranked.size() - REASONS)), left, all.size(), numbers));
        }
        return shown;
    }

    private static Why why(String reason, long count, long all, NumberFormats numbers) {
        return new Why(
                reason,
                numbers.count(count),
                new CountedShare(count, all)
                        .figure()
                        .value()
                        .map(share -> numbers.percent(share, 1))
                        .orElse(""));
    }

    private static Gone gone(DropOff each, PageContext context) {
        var dates = context.audience().dates();
        return new Gone(
                each.person(),
                each.customer(),
                dates.moment(each.enteredAt(), context.slice().zone()),
                dates.moment(each.lastAt(), context.slice().zone()),
                each.channel(),
                each.open(),
                each.reason());
    }
}
