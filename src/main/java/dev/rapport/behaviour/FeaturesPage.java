package dev.rapport.behaviour;

import dev.rapport.words.DateFormats;
import java.util.List;

/** The features there are, the form for another, and what the first week is told by. */
public record FeaturesPage(List<Row> rows, FeatureEditor editor, FirstWeek firstWeek) {
    /** @param released empty: before anything was recorded */
    public record Row(int id, String name, String event, String released) {
        static Row of(Feature feature, DateFormats dates) {
            return new Row(
                    feature.id,
                    feature.name,
                    feature.eventName,
                    feature.releasedOn == null ? "" : dates.day(feature.releasedOn));
        }
    }

    /** A form as it stands, with what is wrong with it. */
    public record FeatureEditor(
            int id,
            String name,
            boolean nameBad,
            String event,
            boolean eventBad,
            String released,
            boolean releasedBad) {
        static FeatureEditor empty() {
            return new FeatureEditor(0, "", false, "", false, "", false);
        }

        static FeatureEditor of(Feature feature) {
            return sent(feature.id, FeatureForm.of(feature));
        }

        static FeatureEditor sent(int id, FeatureForm form) {
            return new FeatureEditor(
                    id,
                    form.nameText(),
                    form.isNameBad(),
                    form.eventText(),
                    form.isEventBad(id),
                    form.releasedText(),
                    form.isReleaseBad());
        }

        public String action() {
            return id == 0 ? "/settings/features" : "/settings/features/" + id;
        }
    }

    /** The other form of the page. */
    public record FirstWeek(
            String signUp, boolean signUpBad, String keyEvent, boolean keyEventBad, String days, boolean daysBad) {
        static FirstWeek of(FirstWeekForm form) {
            return new FirstWeek(
                    form.signUpEvent().orElse(""),
                    form.isSignUpBad(),
                    form.keyEvent().orElse(""),
                    form.isKeyEventBad(),
                    form.daysText(),
                    form.days().isEmpty());
        }
    }
}
