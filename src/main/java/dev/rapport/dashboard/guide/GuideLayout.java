package dev.rapport.dashboard.guide;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.Tab;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Figure;
import dev.rapport.metric.JourneyStage;
import dev.rapport.metric.MetricGoal;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQuery;
import dev.rapport.slice.Comparison;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lays out the choice of metrics by goal and stage: says what to ask for, and makes the page of the answers. */
final class GuideLayout {
    static final String PAGE = "/guide";
    static final String GOAL = "aim";
    static final String STAGE = "stage";
    static final String ANY = "all";

    private final MetricGoal goal;
    private final Optional<JourneyStage> stage;
    private final PageContext context;

    /** @param context of the year that is looked at for data */
    GuideLayout(MetricGoal goal, Optional<JourneyStage> stage, PageContext context) {
        this.goal = goal;
        this.stage = stage;
        this.context = context;
    }

    static List<String> goals() {
        return Stream.of(MetricGoal.values()).map(MetricGoal::key).toList();
    }

    static List<String> stages() {
        return Stream.concat(Stream.of(ANY), Stream.of(JourneyStage.values()).map(JourneyStage::key))
                .toList();
    }

    Stream<MetricQuery> asks() {
        return suited().map(this::ask);
    }

    /** @param own keys on the person's list */
    GuidePage page(Answers answers, List<String> own) {
        List<Answer> found = suited().map(this::ask).map(answers::to).toList();
        return new GuidePage(
                goals().stream()
                        .map(key -> new Tab("goal_" + key, url(key, stageKey()), key.equals(goal.key())))
                        .toList(),
                stages().stream()
                        .map(key -> new Tab("stage_" + key, url(goal.key(), key), key.equals(stageKey())))
                        .toList(),
                found.stream()
                        .filter(GuideLayout::hasData)
                        .map(answer -> candidate(answer, own))
                        .toList(),
                found.stream()
                        .filter(answer -> !hasData(answer))
                        .map(answer -> answer.metric().key())
                        .toList());
    }

    /** A sum of nothing is 0, and an average of nothing is none. */
    private static boolean hasData(Answer answer) {
        Figure figure = answer.total().figure();
        return figure.value().isPresent()
                && (figure.n() > 0 || figure.value().get().signum() != 0);
    }

    private GuidePage.Candidate candidate(Answer answer, List<String> own) {
        Definition definition = answer.metric().definition();
        return new GuidePage.Candidate(
                definition.key(),
                new PageLinks(PAGE, context.slice()).metric(definition.key()),
                context.figures().figure(definition.unit(), answer.total().figure()),
                "stage_" + JourneyStage.of(definition).key(),
                context.figures().benchmarks(definition, answer.benchmark()),
                own.contains(definition.key()));
    }

    private Stream<String> suited() {
        return goal.metrics().stream()
                .filter(key -> stage.isEmpty()
                        || stage.get()
                                == JourneyStage.of(
                                        Catalogue.find(key).orElseThrow().definition()));
    }

    private MetricQuery ask(String key) {
        return new MetricQuery(key, context.slice().withComparison(Comparison.NONE), Grouping.TOTAL);
    }

    private String stageKey() {
        return stage.map(JourneyStage::key).orElse(ANY);
    }

    private static String url(String goal, String stage) {
        return PAGE + "?" + GOAL + "=" + goal + (stage.equals(ANY) ? "" : "&" + STAGE + "=" + stage);
    }
}
