package dev.rapport.dashboard.guide;

import dev.rapport.annotation.Annotations;
import dev.rapport.web.Form;
import java.util.List;
import java.util.Optional;

/**
 * Shows what changed since a target was last looked at.
 *
 * @param since a sentence: since when
 * @param figures none of a metric that is no more
 * @param min the first day that can be chosen
 */
public record ReviewPage(
        int id,
        String metric,
        String since,
        Optional<Figures> figures,
        List<Annotations.Note> notes,
        Form<ReviewForm> form,
        String min) {
    /** @param metThen empty without data */
    public record Figures(
            String target,
            String then,
            String now,
            String change,
            String days,
            Optional<Boolean> metThen,
            Optional<Boolean> metNow,
            String url) {}
}
