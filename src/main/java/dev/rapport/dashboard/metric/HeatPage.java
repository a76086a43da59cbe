package dev.rapport.dashboard.metric;

import dev.rapport.dashboard.HeatTable;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.query.Answer;

/** Holds a metric by channel and segment at once, as it is shown. */
public record HeatPage(String key, String metricUrl, String period, HeatTable heat) {
    /** @param group of the segments */
    static HeatPage of(Answer answer, String group, PageContext context) {
        String key = answer.metric().key();
        return new HeatPage(
                key,
                new PageLinks("/metrics/" + key, context.slice()).url(),
                context.period(),
                HeatTable.of(
                        answer,
                        context.choices()::channelName,
                        context.choices().values(group),
                        context.figures()));
    }
}
