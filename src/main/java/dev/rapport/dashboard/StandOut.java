package dev.rapport.dashboard;

import dev.rapport.dashboard.FigureView.ChangeView;
import dev.rapport.metric.Change;
import dev.rapport.metric.FalseDiscovery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Marks in a table the changes that stand out among all of it, and leaves the texts off the others. */
public record StandOut(FalseDiscovery discovery, FigureText text) {
    public static StandOut among(Stream<Optional<Change>> changes, FigureText text) {
        List<Change> all = changes.flatMap(Optional::stream).toList();
        return new StandOut(FalseDiscovery.among(all), text);
    }

    public FigureView mark(FigureView figure, Optional<Change> change) {
        return change.filter(discovery::picks).isPresent() ? figure : figure.notPicked(text.words());
    }

    public ChangeView mark(ChangeView shown, Change change) {
        return discovery.picks(change) ? shown : shown.notPicked(text.words());
    }

    /** As {@code 64 compared, 3 stand out}; empty where nothing could be judged. */
    public String sentence() {
        String compared = text.numbers().count(discovery.compared());
        if (discovery.compared() == 0) {
            return "";
        }
        return switch (discovery.picked()) {
            case 0 -> text.words().noneStandsOut(compared);
            case 1 -> text.words().standsOut(compared);
            default -> text.words().standOut(compared, text.numbers().count(discovery.picked()));
        };
    }
}
