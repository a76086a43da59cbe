package dev.rapport.behaviour;

import java.util.List;
import java.util.Map;

/**
 * The goals there are, how often each was reached lately, and the form for another.
 *
 * @param slashMatters whether a slash at its end makes a path another page
 */
public record GoalsPage(List<Row> rows, GoalEditor editor, boolean slashMatters) {
    public record Row(int id, String name, boolean isPage, String value, long matches, boolean isDefault) {
        static Row of(Goal goal, Map<Integer, Long> matches, boolean isDefault) {
            GoalForm form = GoalForm.of(goal);
            return new Row(
                    goal.id, goal.name, form.isPage(), form.valueText(), matches.getOrDefault(goal.id, 0L), isDefault);
        }
    }

    /** A form as it stands, with what is wrong with it. */
    public record GoalEditor(
            int id, String name, boolean nameBad, boolean isPage, boolean kindBad, String value, boolean valueBad) {
        static GoalEditor empty() {
            return new GoalEditor(0, "", false, false, false, "", false);
        }

        static GoalEditor of(Goal goal) {
            return sent(goal.id, GoalForm.of(goal));
        }

        static GoalEditor sent(int id, GoalForm form) {
            return new GoalEditor(
                    id,
                    form.nameText(),
                    form.isNameBad(),
                    form.isPage(),
                    form.isKindBad(),
                    form.valueText(),
                    form.isValueBad());
        }

        public String action() {
            return id == 0 ? "/settings/goals" : "/settings/goals/" + id;
        }
    }
}
