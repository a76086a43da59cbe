package dev.rapport.journey;

import dev.rapport.behaviour.PageSpelling;
import jakarta.ws.rs.FormParam;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A step as a form sends it. */
public class StepForm {
    private static final int LONGEST = 200;
    private static final Set<String> KINDS = Set.of("visit", "page", "event", "order", "ticket");

    @FormParam("name")
    @Nullable
    String name;

    @FormParam("kind")
    @Nullable
    String kind;

    @FormParam("pattern")
    @Nullable
    String pattern;

    static StepForm of(JourneyStep step) {
        StepForm form = new StepForm();
        form.name = step.name;
        form.kind = step.kind;
        form.pattern = step.pattern;
        return form;
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    String nameText() {
        return plain(name);
    }

    String kindText() {
        return plain(kind);
    }

    String patternText() {
        return plain(pattern);
    }

    /** Orders, tickets and visits have none, whatever was typed. */
    Optional<String> pattern() {
        if (kindText().equals("page")) {
            return Optional.of(PageSpelling.pattern(patternText()));
        }
        return hasPattern() ? Optional.of(patternText()) : Optional.empty();
    }

    private boolean hasPattern() {
        return kindText().equals("page") || kindText().equals("event");
    }

    boolean isNameBad() {
        return isBad(nameText());
    }

    boolean isKindBad() {
        return !KINDS.contains(kindText());
    }

    /** Paths begin with a slash; a pattern may begin with a star. */
    boolean isPatternBad() {
        String text = patternText();
        return hasPattern()
                && (isBad(text) || (kindText().equals("page") && !text.startsWith("/") && !text.startsWith("*")));
    }

    boolean isBad() {
        return isNameBad() || isKindBad() || isPatternBad();
    }

    private static boolean isBad(String text) {
        return text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0;
    }
}
