package dev.rapport.revenue;

import dev.rapport.web.Form;
import java.util.List;

/**
 * Holds why a customer left or stopped, by whoever said it, and the form to say it.
 *
 * @param person id
 * @param customer number, or which visitor
 * @param known reasons to choose from
 * @param today the last day that can be named
 */
public record ReasonsPage(
        int person, String customer, List<Line> lines, Form<ReasonForm> form, List<String> known, String today) {
    /**
     * @param id of what a person said, who may take it back; 0 of what files say
     * @param counts the reason as which it counts, where that is another
     * @param by who said it and when, in words
     */
    public record Line(long id, String aboutKey, String reason, String counts, String when, String by) {}
}
