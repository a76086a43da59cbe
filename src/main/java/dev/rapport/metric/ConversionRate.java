package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Defines the metric conversion rate: people who reached the goal / people with a session in the slice x 100. With the
 * option {@code unit=sessions} it is sessions in which it was reached / sessions. The option {@code goal} names the
 * goal, else it is the default one of the settings.
 *
 * <p>Unit: per cent, 0..100, with Wilson's interval. Null behaviour: no data without visitors, or without any goal.
 * Example: 50 of 200 is 25 %. Source: [E10], [V8], [Q10].
 */
final class ConversionRate implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "conversion_rate", Definition.Topic.SITE, Definition.Unit.PERCENT, Definition.Better.UP)
            .growing()
            .options(SliceOption.GOAL, SliceOption.UNIT)
            .parts(Dimension.CAMPAIGN, Dimension.LANDING_PAGE, Dimension.GOAL)
            .sources("E10", "V8", "Q10")
            .rows(RowSet.of("conversion"))
            .done();

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return goal(slice, items)
                .map(goal -> Set.of(reached(slice, goal), all(slice)))
                .orElse(Set.of());
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return goal(slice, items)
                .map(goal -> Figures.share(inputs.count(reached(slice, goal)), inputs.count(all(slice))))
                .orElseGet(Figure::noData);
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return goal(slice, items).isEmpty() ? List.of("no_goal") : List.of();
    }

    private static Optional<Integer> goal(Slice slice, SurveyItems items) {
        return slice.option(SliceOption.GOAL).or(items::defaultGoal).map(items.goals()::get);
    }

    private static Input reached(Slice slice, int goal) {
        return bySessions(slice)
                ? new Input.Sum(Measure.GOAL_SESSIONS, Optional.of(goal))
                : new Input.People(Measure.GOAL_SESSIONS, Optional.of(goal));
    }

    private static Input all(Slice slice) {
        return bySessions(slice) ? Input.sum(Measure.SESSIONS) : Input.people(Measure.SESSIONS);
    }

    private static boolean bySessions(Slice slice) {
        return slice.option(SliceOption.UNIT).isPresent();
    }

    @Override
    public RowSet rows(Slice slice) {
        return definition().rows().by(bySessions(slice) ? "session" : "person");
    }
}
