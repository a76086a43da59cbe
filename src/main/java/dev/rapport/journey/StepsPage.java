package dev.rapport.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps there are, the form for another and the window.
 *
 * @param full no more steps can be added
 */
public record StepsPage(List<Row> rows, StepEditor editor, String window, boolean windowBad, boolean full) {
    /** As many as a page shows and a mask has bits for. */
    static final int MOST = 12;

    public record Row(int id, int no, String name, String kind, String pattern, boolean first) {}

    static StepsPage of(List<JourneyStep> steps, StepEditor editor, String window, boolean windowBad) {
        List<Row> rows = new ArrayList<>();
        for (JourneyStep step : steps) {
            String pattern = Optional.ofNullable(step.pattern).orElse("");
            rows.add(new Row(step.id, rows.size() + 1, step.name, "kind_" + step.kind, pattern, rows.isEmpty()));
        }
        return new StepsPage(rows, editor, window, windowBad, steps.size() >= MOST);
    }

    /** A form as it stands, with what is wrong with it. */
    public record StepEditor(
            int id, String name, boolean nameBad, String kind, boolean kindBad, String pattern, boolean patternBad) {
        static StepEditor empty() {
            return new StepEditor(0, "", false, "page", false, "", false);
        }

        static StepEditor of(JourneyStep step) {
            return sent(step.id, StepForm.of(step));
        }

        static StepEditor sent(int id, StepForm form) {
            return new StepEditor(
                    id,
                    form.nameText(),
                    form.isNameBad(),
                    form.kindText(),
                    form.isKindBad(),
                    form.patternText(),
                    form.isPatternBad());
        }

        public String action() {
            return id == 0 ? "/settings/journey" : "/settings/journey/" + id;
        }
    }
}
