package dev.rapport.revenue;

import dev.rapport.web.Form;
import java.util.List;

/**
 * Holds which reasons count as others, and the form for another.
 *
 * @param known reasons that are counted, the most frequent first
 */
public record MeaningsPage(List<Row> rows, Form<MeaningForm> editor, List<String> known) {
    public record Row(int id, String said, String means) {}
}
