package dev.rapport.dashboard.journey;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.dashboard.SliceProvider;
import dev.rapport.journey.Funnel;
import dev.rapport.journey.FunnelSteps;
import dev.rapport.journey.Journey;
import dev.rapport.journey.JourneyReader;
import dev.rapport.metric.ConfidenceInterval;
import dev.rapport.metric.Figure;
import dev.rapport.query.SliceChoices;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.OwnParameters;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceFault;
import dev.rapport.web.CsvFile;
import dev.rapport.web.CsvTable;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Answers the funnel as a table and for programs, in whole or ({@code by=}) by channel or by the values of a segment group. */
@RequestScoped
class FunnelFiles {
    private static final String SEGMENT = "segment:";

    private final JourneyReader reader;
    private final SliceProvider asked;

    FunnelFiles(JourneyReader reader, SliceProvider asked) {
        this.reader = reader;
        this.asked = asked;
    }

    /** What was asked, and its answer: funnels by the key of their channel or segment value, the whole under none. */
    private record Found(Slice slice, String by, FunnelSteps way, Map<String, Funnel> funnels) {}

    private Found find() {
        SliceChoices known = asked.choices();
        Slice slice = asked.slice();
        String by = OwnParameters.single(asked.parameters(), "by").orElse("total");
        Optional<String> group = known.groups().stream()
                .map(SliceChoices.Group::key)
                .filter(key -> by.equals(SEGMENT + key))
                .findFirst();
        if (!by.equals("total") && !by.equals("channel") && group.isEmpty()) {
            throw new BadSliceException("by", SliceFault.NOT_A_FUNNEL_BREAKDOWN);
        }
        Journey journey = reader.journey(slice, slice.period(), group);
        Map<String, Funnel> funnels = new TreeMap<>();
        if (by.equals("total")) {
            funnels.put("", journey.whole());
        } else {
            Map<DimensionKey, Funnel> found = group.isPresent() ? journey.segments() : journey.channels();
            found.forEach((key, funnel) ->
                    funnels.put(key.channel().or(key::segmentValue).orElse(""), funnel));
        }
        return new Found(slice, by, journey.way(), funnels);
    }

    Response csv() {
        Found found = find();
        List<String> what = found.by.equals("total") ? List.of("journey") : List.of("journey", "by-" + found.by);
        return CsvFile.of(what, found.slice, table -> write(found, table));
    }

    private static void write(Found found, CsvTable table) throws IOException {
        if (!found.by.equals("total")) {
            table.plain(found.by.startsWith(SEGMENT) ? "segment" : found.by);
        }
        for (String title : List.of(
                "step",
                "name",
                "people",
                "of_step_before",
                "of_step_before_low",
                "of_step_before_high",
                "of_first",
                "of_first_low",
                "of_first_high",
                "median_seconds",
                "dropped",
                "still_open")) {
            table.plain(title);
        }
        table.end();
        for (Map.Entry<String, Funnel> entry : found.funnels.entrySet()) {
            for (Step step : steps(found.way, entry.getValue())) {
                if (!found.by.equals("total")) {
                    table.text(entry.getKey());
                }
                table.number(step.step).text(step.name).number(step.people);
                share(table, step.ofStepBefore);
                share(table, step.ofFirst);
                table.number(step.medianSeconds.map(BigDecimal::valueOf))
                        .number(step.dropped)
                        .number(step.stillOpen)
                        .end();
            }
        }
    }

    private static void share(CsvTable table, Share share) {
        table.number(share.value.map(BigDecimal::valueOf))
                .number(share.low.map(BigDecimal::valueOf))
                .number(share.high.map(BigDecimal::valueOf));
    }

    /** In per cent, with the ends of its interval; nothing where there is nothing to divide by. */
    public record Share(Optional<Double> value, Optional<Double> low, Optional<Double> high) {
        static Share of(Figure figure) {
            return new Share(
                    figure.value().map(Number::doubleValue),
                    figure.interval().map(ConfidenceInterval::low),
                    figure.interval().map(ConfidenceInterval::high));
        }
    }

    public record Step(
            int step,
            String name,
            long people,
            Share ofStepBefore,
            Share ofFirst,
            Optional<Double> medianSeconds,
            long dropped,
            long stillOpen) {}

    /** @param key of the channel or segment value; empty for the whole */
    public record Group(String key, List<Step> steps) {}

    public record Json(String from, String to, String query, String by, int windowDays, List<Group> groups) {}

    private static List<Step> steps(FunnelSteps funnelSteps, Funnel funnel) {
        List<Step> steps = new ArrayList<>();
        for (int step = 0; step < funnel.people().size(); step++) {
            steps.add(new Step(
                    step + 1,
                    funnelSteps.steps().get(step).name(),
                    funnel.people().get(step),
                    Share.of(funnel.fromStepBefore(step)),
                    Share.of(funnel.fromFirst(step)),
                    funnel.times().get(step).value().map(Number::doubleValue),
                    funnel.dropped(step),
                    funnel.open().get(step)));
        }
        return steps;
    }

    Json json() {
        Found found = find();
        List<Group> groups = new ArrayList<>();
        found.funnels.forEach((key, funnel) -> groups.add(new Group(key, steps(found.way, funnel))));
        return new Json(
                found.slice.period().from().toString(),
                found.slice.period().lastDay().toString(),
                found.slice.toQuery(),
                found.by,
                found.way.windowDays(),
                groups);
    }
}
