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
        String year = Questions.allDays();
        Map<String, String> shapes = new LinkedHashMap<>();
        shapes.put("total", "by=total&" + year);
        shapes.put("day", "by=bucket&grain=day&" + year);
        shapes.put("month", "by=bucket&grain=month&" + year);
        shapes.put("channel", "by=channel&" + year);
        shapes.put("segment", "by=segment:plan&" + year);
        shapes.put("channel x segment", "by=channel,segment:plan&" + year);
        shapes.put(
                "odd, narrowed", "by=total&channel=email&channel=paid-search&segment=plan:pro&" + Questions.oddDays());
        return shapes;
    }

    String name() {
        return isPage ? key : key + " by " + how;
    }
}
