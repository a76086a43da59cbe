package dev.rapport.dashboard;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.JourneyPage.Row;
import dev.rapport.dashboard.JourneyPage.Share;
import dev.rapport.dashboard.JourneyPage.Step;
import dev.rapport.dashboard.JourneyPage.Table;
import dev.rapport.journey.Funnel;
import dev.rapport.journey.FunnelSteps;
import dev.rapport.journey.JourneyMessages;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Change;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.query.SliceChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Renders funnels as steps and tables. */
record JourneyView(FunnelSteps way, PageLinks links, FigureText text, JourneyMessages words) {
    private static final Definition CONVERSION =
            Catalogue.find("journey_conversion").orElseThrow().definition();

    /** @param now without today */
    record Judged(Funnel now, Funnel before) {
        private Optional<Change> change(int step, boolean fromBefore) {
            return Change.between(
                    Definition.Unit.PERCENT,
                    Definition.Better.UP,
                    of(now, step, fromBefore),
                    of(before, step, fromBefore));
        }
    }

    List<Step> steps(Funnel now, Optional<Judged> judged) {
        List<Step> steps = new ArrayList<>();
        for (int step = 0; step < now.people().size(); step++) {
            int no = step;
            long first = now.people().get(0);
            long lost = now.dropped(step);
            boolean last = step + 1 == now.people().size();
            steps.add(new Step(
                    step + 1,
                    way.steps().get(step).name(),
                    text.numbers().count(now.people().get(step)),
                    first == 0 ? 0 : Math.max(1, Math.round(100f * now.people().get(step) / first)),
                    step == 0 ? Share.NONE : share(now.fromStepBefore(step), judged, no, true),
                    step == 0 ? Share.NONE : share(now.fromFirst(step), judged, no, false),
                    now.times().get(step).value().map(text.numbers()::duration).orElse(""),
                    last ? "" : text.numbers().count(lost),
                    last || lost == 0 ? "" : links.under("/journey/drop-offs", "step", Integer.toString(step + 1)),
                    now.open().get(step) == 0
                            ? ""
                            : words.open(text.numbers().count(now.open().get(step)))));
        }
        return steps;
    }

    private static Figure of(Funnel funnel, int step, boolean fromBefore) {
        if (step >= funnel.people().size()) {
            return Figure.noData();
        }
        return fromBefore ? funnel.fromStepBefore(step) : funnel.fromFirst(step);
    }

    private Share share(Figure figure, Optional<Judged> judged, int step, boolean fromBefore) {
        return share(
                figure,
                judged.map(both -> of(both.before, step, fromBefore)),
                judged.flatMap(both -> both.change(step, fromBefore)));
    }

    private Share share(Figure figure, Optional<Figure> before, Optional<Change> change) {
        Answer.Row row = new Answer.Row(DimensionKey.TOTAL, "", figure, before, change, Optional.empty(), false);
        FigureView view =
                FigureView.of(CONVERSION, row, new FigureView.Against(Optional.empty(), Optional.empty()), text);
        return new Share(view.value(), view.title(), view.few(), view.change());
    }

    Table table(Map<DimensionKey, Funnel> funnels, List<SliceChoices.Choice> order, Grouping grouping) {
        Function<DimensionKey, String> key =
                place -> place.channel().or(place::segmentValue).orElse("");
        List<Row> rows = new ArrayList<>();
        for (SliceChoices.Choice choice : order) {
            funnels.forEach((place, funnel) -> {
                if (key.apply(place).equals(choice.key())) {
                    rows.add(new Row(
                            choice.name(),
                            BoardPages.narrowed(links, grouping, place),
                            funnel.people().stream().map(text.numbers()::count).toList(),
                            share(funnel.whole(), Optional.empty(), Optional.empty())));
                }
            });
        }
        return new Table(way.steps().stream().map(FunnelSteps.Step::name).toList(), rows);
    }
}
