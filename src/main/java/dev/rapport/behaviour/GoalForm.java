package dev.rapport.behaviour;

import dev.rapport.web.FormRules;
import dev.rapport.web.FormText;
import dev.rapport.web.ShortText;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;

/**
 * Reads a goal as a form sends it.
 *
 * @param kind {@code event} or {@code page}
 */
public record GoalForm(
        @FormParam("name") @ShortText(max = 200, message = "goals:nameBad")
        String name,

        @FormParam("kind") @Pattern(regexp = "(event|page)?", message = "goals:kindBad")
        String kind,

        @FormParam("value") @ShortText(max = 200, message = "goals:valueBad")
        String value)
        implements FormRules {
    static final GoalForm BLANK = new GoalForm("", "event", "");

    public GoalForm {
        name = FormText.stripped(name);
        kind = FormText.stripped(kind);
        value = FormText.stripped(value);
    }

    static GoalForm of(Goal goal) {
        return goal.eventName == null
                ? new GoalForm(goal.name, "page", FormText.stripped(goal.pagePattern))
                : new GoalForm(goal.name, "event", goal.eventName);
    }

    @Override
    public void check(Problems problems) {
        problems.addIf(isPage() && !PageSpelling.isPattern(value), "value", "goals:valueBad");
    }

    public boolean isPage() {
        return kind.equals("page");
    }

    @Nullable
    String eventName() {
        return isPage() ? null : value;
    }

    @Nullable
    String pagePattern() {
        return isPage() ? PageSpelling.pattern(value) : null;
    }
}
