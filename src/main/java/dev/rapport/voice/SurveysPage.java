package dev.rapport.voice;

import dev.rapport.web.Choice;
import dev.rapport.web.Form;
import java.util.List;
import java.util.Optional;

/** Holds the surveys there are, and one of them to be renamed, merged or removed. */
public final class SurveysPage {
    private SurveysPage() {}

    /**
     * @param scale as "0–10"
     * @param answers those that count now
     * @param sources the tools and files that its answers come from
     */
    public record Row(int id, String key, String name, String kind, String scale, long answers, String sources) {}

    public record All(List<Row> rows) {}

    /**
     * @param others that ask alike, so that it can be merged into them
     * @param counted what its answers count as
     * @param problem why what was asked for was not done, in words; empty when nothing is wrong
     */
    public record Editor(
            Row survey,
            Form<SurveyForm> form,
            long invitations,
            List<Choice> others,
            SurveyAnswers counted,
            String problem) {
        public boolean isRemovable() {
            return survey.answers() == 0 && invitations == 0;
        }

        public long speaking() {
            return survey.answers() + invitations;
        }

        public String action() {
            return "/settings/surveys/" + survey.id();
        }
    }

    static Optional<Row> named(List<Row> rows, int id) {
        return rows.stream().filter(row -> row.id() == id).findFirst();
    }
}
