package dev.rapport.behaviour;

import dev.rapport.web.Form;
import java.util.List;

/** Holds the features there are, the form for another, and what the first week is told by. */
public record FeaturesPage(List<Row> rows, Form<FeatureForm> editor, Form<FirstWeekForm> firstWeek) {
    /** @param released empty: before anything was recorded */
    public record Row(int id, String name, String event, String released) {}
}
