package dev.rapport.dashboard.journey;

import dev.rapport.dashboard.FigureView.ChangeView;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.Tab;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Holds how far people get along the journey. */
public record JourneyPage(
        String url,
        String period,
        Optional<String> comparedWith,
        FilterBar filters,
        SortedMap<String, String> kept,
        String window,
        List<Step> steps,
        Table byChannel,
        List<Tab> groups,
        Table bySegment,
        List<Tab> goals,
        List<Touch> touches,
        Files files) {

    /**
     * @param bar in per cent of the first step
     * @param lostUrl the list of those who stopped here; empty after the last step and where nobody did
     * @param open how many of them still have time; empty when nobody has
     */
    public record Step(
            int no,
            String name,
            String people,
            int bar,
            Share ofBefore,
            Share ofFirst,
            String time,
            String lost,
            String lostUrl,
            String open) {}

    /** @param title n and interval, @param change against the period compared with */
    public record Share(String value, String title, boolean few, Optional<ChangeView> change) {
        static final Share NONE = new Share("", "", false, Optional.empty());
    }

    /** The people of each step and the share of the whole way, in each row. */
    public record Table(List<String> steps, List<Row> rows) {}

    public record Row(String label, String url, List<String> people, Share whole) {}

    public record Touch(String channel, String first, String last, boolean total) {}

    /** Addresses of what is shown, as files. */
    public record Files(String csv, String json, String channels, String segments, String touches) {}

    public boolean isTooFew() {
        return steps.size() < 2;
    }

    public boolean isEmpty() {
        return steps.stream().allMatch(step -> step.bar == 0);
    }
}
