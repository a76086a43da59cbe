package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Defines the metric session duration, the mean of last minus first activity: sum of durations / sessions. A session of
 * a single hit has no measurable length and counts as 0; with the option {@code without-single=true} such sessions are
 * left out.
 *
 * <p>Unit: seconds. Null behaviour: no data without sessions. Source: [E10], [V8].
 */
final class SessionDuration implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "session_duration", Definition.Topic.SITE, Definition.Unit.DURATION, Definition.Better.UP)
            .options(SliceOption.WITHOUT_SINGLE)
            .parts(Dimension.CAMPAIGN, Dimension.LANDING_PAGE)
            .sources("E10", "V8")
            .rows(RowSet.of("session"))
            .done();

    private static final Input MILLIS = Input.sum(Measure.SESSION_DURATION);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(MILLIS, sessions(slice));
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        BigDecimal seconds = inputs.get(MILLIS).movePointLeft(3);
        BigDecimal sessions = inputs.get(sessions(slice));
        return Figures.ratio(seconds, sessions, sessions.longValueExact());
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return List.of(withoutSingle(slice) ? "single_hits_left_out" : "single_hits_count_as_zero");
    }

    private static Input sessions(Slice slice) {
        return Input.sum(withoutSingle(slice) ? Measure.LONG_SESSIONS : Measure.SESSIONS);
    }

    private static boolean withoutSingle(Slice slice) {
        return slice.option(SliceOption.WITHOUT_SINGLE).isPresent();
    }
}
