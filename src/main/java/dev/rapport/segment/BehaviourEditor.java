package dev.rapport.segment;

import dev.rapport.web.Choice;
import dev.rapport.web.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows a form for segments by behaviour as it stands, with rows to write more into and, where they were asked for, whom the
 * rules find.
 */
public record BehaviourEditor(
        Form<BehaviourForm> form,
        List<Row> rows,
        List<RuleChoices.Group> choices,
        List<Choice> operators,
        List<Choice> windows,
        Optional<Counted> counted,
        String problem) {
    private static final int SPARE = 4;

    /** @param gone whether what it names is not to choose any more */
    public record Row(
            int number,
            String key,
            String segment,
            String what,
            boolean gone,
            String is,
            String from,
            String to,
            String days) {}

    /** @param note of how many people */
    public record Counted(List<Line> lines, String note) {}

    public record Line(String segment, int people, String share) {}

    static List<Row> rows(BehaviourForm sent, List<RuleChoices.Group> choices) {
        List<Row> rows = new ArrayList<>();
        for (BehaviourForm.Row row : sent.rows()) {
            boolean gone = !row.what().isEmpty() && !isOffered(row.what(), choices);
            rows.add(new Row(
                    rows.size() + 1,
                    row.key(),
                    row.segment(),
                    row.what(),
                    gone,
                    row.is(),
                    row.from(),
                    row.to(),
                    row.days()));
            if (rows.size() == BehaviourForm.MOST_ROWS) {
                return rows;
            }
        }
        for (int i = 0; i < SPARE && rows.size() < BehaviourForm.MOST_ROWS; i++) {
            rows.add(new Row(rows.size() + 1, "", "", "", false, "", "", "", ""));
        }
        return rows;
    }

    static boolean isOffered(String what, List<RuleChoices.Group> choices) {
        return choices.stream()
                .flatMap(group -> group.values().stream())
                .anyMatch(choice -> choice.key().equals(what));
    }
}
