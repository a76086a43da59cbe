package dev.rapport.journey;

import dev.rapport.behaviour.PageSpelling;
import dev.rapport.web.FormRules;
import dev.rapport.web.FormText;
import dev.rapport.web.ShortText;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;

/** Reads a step as a form sends it. */
public record StepForm(
        @FormParam("name") @ShortText(max = 200, message = "journey:nameBad")
        String name,

        @FormParam("kind") @Pattern(regexp = "visit|page|event|order|ticket", message = "journey:kindBad")
        String kind,

        @FormParam("pattern") @ShortText(max = 200, optional = true, message = "journey:patternBad")
        String pattern)
        implements FormRules {
    static final StepForm BLANK = new StepForm("", "page", "");

    public StepForm {
        name = FormText.stripped(name);
        kind = FormText.stripped(kind);
        pattern = FormText.stripped(pattern);
    }

    static StepForm of(JourneyStep step) {
        return new StepForm(step.name, step.kind, FormText.stripped(step.pattern));
    }

    @Override
    public void check(Problems problems) {
        boolean bad = isPage() ? !PageSpelling.isPattern(pattern) : isEvent() && pattern.isEmpty();
        problems.addIf(bad, "pattern", "journey:patternBad");
    }

    /** Orders, tickets and visits have none, whatever was typed. */
    @Nullable
    String written() {
        return isPage() ? PageSpelling.pattern(pattern) : isEvent() ? pattern : null;
    }

    private boolean isPage() {
        return kind.equals("page");
    }

    private boolean isEvent() {
        return kind.equals("event");
    }
}
