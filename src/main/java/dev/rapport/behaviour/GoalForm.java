package dev.rapport.behaviour;

import jakarta.ws.rs.FormParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A goal as a form sends it. */
public class GoalForm {
    private static final int LONGEST = 200;

    @FormParam("name")
    @Nullable
    String name;

    /** {@code event} or {@code page}. */
    @FormParam("kind")
    @Nullable
    String kind;

    @FormParam("value")
    @Nullable
    String value;

    static GoalForm empty() {
        return new GoalForm();
    }

    static GoalForm of(Goal goal) {
        GoalForm form = new GoalForm();
        form.name = goal.name;
        form.kind = goal.eventName == null ? "page" : "event";
        form.value = goal.eventName == null ? goal.pagePattern : goal.eventName;
        return form;
    }

    String nameText() {
        return name == null ? "" : name.strip();
    }

    boolean isPage() {
        return "page".equals(kind);
    }

    String valueText() {
        return value == null ? "" : value.strip();
    }

    boolean isNameBad() {
        return nameText().isEmpty()
                || nameText().length() > LONGEST
                || nameText().indexOf('\0') >= 0;
    }

    /** Paths begin with a slash; a pattern may begin with a star. */
    boolean isValueBad() {
        String text = valueText();
        return text.isEmpty()
                || text.length() > LONGEST
                || text.indexOf('\0') >= 0
                || (isPage() && !text.startsWith("/") && !text.startsWith("*"));
    }

    boolean isKindBad() {
        return kind != null && !kind.isBlank() && !isPage() && !"event".equals(kind);
    }

    boolean isBad() {
        return isNameBad() || isKindBad() || isValueBad();
    }

    Optional<String> eventName() {
        return isPage() ? Optional.empty() : Optional.of(valueText());
    }

    Optional<String> pagePattern() {
        return isPage() ? Optional.of(PageSpelling.pattern(valueText())) : Optional.empty();
    }
}
