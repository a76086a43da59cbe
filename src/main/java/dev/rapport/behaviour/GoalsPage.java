package dev.rapport.behaviour;

import dev.rapport.web.Form;
import java.util.List;

/**
 * Holds the goals there are, how often each was reached lately, and the form for another.
 *
 * @param slashMatters whether a slash at its end makes a path another page
 */
public record GoalsPage(List<Row> rows, Form<GoalForm> editor, boolean slashMatters) {
    public record Row(int id, GoalForm goal, long matches, boolean isDefault) {}
}
