package dev.rapport.journey;

import dev.rapport.web.Form;
import dev.rapport.web.FormText;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the steps there are, the form for another and the window.
 *
 * @param full no more steps can be added
 */
public record StepsPage(List<Row> rows, Form<StepForm> editor, Form<WindowForm> window, boolean full) {
    /** As many as a page shows and a mask has bits for. */
    static final int MOST = 12;

    public record Row(int id, int no, String name, String kind, String pattern, boolean first) {}

    static StepsPage of(List<JourneyStep> steps, Form<StepForm> editor, Form<WindowForm> window) {
        List<Row> rows = new ArrayList<>();
        for (JourneyStep step : steps) {
            rows.add(new Row(
                    step.id,
                    rows.size() + 1,
                    step.name,
                    "kind_" + step.kind,
                    FormText.stripped(step.pattern),
                    rows.isEmpty()));
        }
        return new StepsPage(rows, editor, window, steps.size() >= MOST);
    }
}
