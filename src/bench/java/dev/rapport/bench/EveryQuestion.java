package dev.rapport.bench;

import dev.rapport.bench.question.Questions;
import dev.rapport.metric.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names an address that is asked once after a start.
 *
 * @param key of the metric, or the page
 * @param how it is broken down; empty for a page
 */
record EveryQuestion(String key, String how, String path, boolean isPage) {
    /** All metrics by all shapes that an answer can have. */
    static List<EveryQuestion> ofMetrics() {
        List<EveryQuestion> all = new ArrayList<>();
        Catalogue.all()
                .forEach(metric -> shapes().forEach((how, query) -> all.add(new EveryQuestion(
                        metric.definition().key(),
                        how,
                        "/metrics/" + metric.definition().key() + ".csv?compare=none&" + query,
                        false))));
        return all;
    }

    static EveryQuestion ofPage(String path) {
        return new EveryQuestion(path, "", path, true);
    }

    private static Map<String, String> shapes() {
        String year = Questions.year() + "&to=" + Questions.end().minusDays(1);
        Map<String, String> shapes = new LinkedHashMap<>();
        shapes.put("total", "by=total&from=" + year);
        shapes.put("day", "by=bucket&grain=day&from=" + year);
        shapes.put("month", "by=bucket&grain=month&from=" + year);
        shapes.put("channel", "by=channel&from=" + year);
        shapes.put("segment", "by=segment:plan&from=" + year);
        shapes.put("channel x segment", "by=channel,segment:plan&from=" + year);
        shapes.put(
                "odd, narrowed",
                "by=total&channel=email&channel=paid-search&segment=plan:pro&from=2026-02-11&to=2026-03-29");
        return shapes;
    }

    String name() {
        return isPage ? key : key + " by " + how;
    }
}
