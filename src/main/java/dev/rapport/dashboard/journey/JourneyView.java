package dev.rapport.dashboard.journey;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.Tab;
import dev.rapport.dashboard.journey.JourneyPage.Files;
import dev.rapport.dashboard.journey.JourneyPage.Row;
import dev.rapport.dashboard.journey.JourneyPage.Share;
import dev.rapport.dashboard.journey.JourneyPage.Step;
import dev.rapport.dashboard.journey.JourneyPage.Table;
import dev.rapport.dashboard.journey.JourneyPage.Touch;
import dev.rapport.journey.FirstLastTouchReport;
import dev.rapport.journey.Funnel;
import dev.rapport.journey.FunnelSteps;
import dev.rapport.journey.Journey;
import dev.rapport.journey.JourneyMessages;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Change;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.query.SliceChoices;
import dev.rapport.slice.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Renders funnels as steps and tables. */
record JourneyView(FunnelSteps way, PageLinks links, FigureText text, JourneyMessages words) {
    static final String CONVERSION = "conversion";
    private static final String GROUP = "group";
    private static final Definition FUNNEL =
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

    /**
     * Holds what a page of the journey shows.
     *
     * @param group of segments that a table is by, @param goal whose touches are counted
     */
    record Shown(
            Journey now,
            Optional<Judged> judged,
            Map<String, FirstLastTouchReport.Count> touches,
            String group,
            String goal) {}

    static JourneyPage page(Shown shown, PageContext context) {
        Slice slice = context.slice();
        SliceChoices choices = context.choices();
        Journey now = shown.now();
        PageLinks links = context.withGroup(new PageLinks("/journey", slice), GROUP, shown.group())
                .with(CONVERSION, shown.goal().equals(first(keys(choices.goals()))) ? "" : shown.goal());
        JourneyMessages words = context.words(JourneyMessages.class);
        JourneyView view = new JourneyView(now.way(), links, context.figures(), words);
        return new JourneyPage(
                links.url(),
                context.period(),
                slice.comparedPeriod().map(context.periods()::comparedWith),
                FilterBar.of(links, choices, Set.of(), context.periods()).withoutGrain(),
                links.extras(),
                words.windowSays(context.audience().numbers().counted(now.way().windowDays())),
                view.steps(now.whole(), shown.judged()),
                view.table(now.channels(), choices.channels(), Grouping.CHANNELS),
                context.groupTabs(links, GROUP, shown.group()),
                view.table(now.segments(), choices.values(shown.group()), Grouping.segments(shown.group())),
                choices.goals().stream()
                        .map(each -> new Tab(
                                each.name(),
                                links.with(CONVERSION, each.key()).url(),
                                each.key().equals(shown.goal())))
                        .toList(),
                view.touches(shown.touches(), choices.channels()),
                files(links, shown.group()));
    }

    private static Files files(PageLinks links, String group) {
        return new Files(
                links.under("/journey.csv", "by", "total"),
                links.under("/journey.json"),
                links.under("/journey.csv", "by", "channel"),
                links.under("/journey.csv", "by", "segment:" + group),
                links.under("/journey/touches.csv"));
    }

    static List<String> keys(List<SliceChoices.Choice> choices) {
        return choices.stream().map(SliceChoices.Choice::key).toList();
    }

    private static String first(List<String> keys) {
        return keys.isEmpty() ? "" : keys.get(0);
    }

    private List<Touch> touches(Map<String, FirstLastTouchReport.Count> counts, List<SliceChoices.Choice> channels) {
        List<Touch> rows = new ArrayList<>();
        long first = 0;
        long last = 0;
        for (SliceChoices.Choice channel : channels) {
            FirstLastTouchReport.Count count = counts.get(channel.key());
            if (count != null) {
                rows.add(touch(channel.name(), count.firstTouch(), count.lastTouch(), false));
                first += count.firstTouch();
                last += count.lastTouch();
            }
        }
        if (!rows.isEmpty()) {
            rows.add(touch(words.total(), first, last, true));
        }
        return rows;
    }

    private Touch touch(String name, long first, long last, boolean total) {
        return new Touch(name, text.numbers().count(first), text.numbers().count(last), total);
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
                            : words.open(text.numbers().counted(now.open().get(step)))));
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
        FigureView view = FigureView.of(FUNNEL, row, new FigureView.Against(Optional.empty(), Optional.empty()), text);
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
                            links.narrowed(grouping, place),
                            funnel.people().stream().map(text.numbers()::count).toList(),
                            share(funnel.whole(), Optional.empty(), Optional.empty())));
                }
            });
        }
        return new Table(way.steps().stream().map(FunnelSteps.Step::name).toList(), rows);
    }
}
