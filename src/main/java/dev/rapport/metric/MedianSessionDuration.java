package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.List;

/**
 * Defines the metric median session duration: the median of last minus first activity over the sessions of the slice.
 * Sessions of a single hit count as 0, or are left out with the option {@code without-single=true} (the reader does
 * so).
 *
 * <p>Unit: seconds, with an order-statistic interval. Null behaviour: no data without sessions. Source: [E10], [V8].
 */
public final class MedianSessionDuration extends WaitMetric {
    MedianSessionDuration() {
        super(Define.metric(
                        "session_duration_median",
                        Definition.Topic.SITE,
                        Definition.Unit.DURATION,
                        Definition.Better.UP)
                .options(SliceOption.WITHOUT_SINGLE)
                .sources("E10", "V8")
                .rows(RowSet.of("session"))
                .done());
    }

    @Override
    public Figure figure(Slice slice, Waits waits) {
        return waits.quantile(0.5);
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return List.of(
                slice.option(SliceOption.WITHOUT_SINGLE).isPresent()
                        ? "single_hits_left_out"
                        : "single_hits_count_as_zero");
    }
}
