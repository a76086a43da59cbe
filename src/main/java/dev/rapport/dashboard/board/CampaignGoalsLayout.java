package dev.rapport.dashboard.board;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQuery;
import dev.rapport.query.SliceChoices.Choice;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Lays out what share of each campaign's visitors reached each goal: says what to ask for, and makes the page of the answers. */
final class CampaignGoalsLayout {
    private static final String RATE = "conversion_rate";

    private final PageContext context;

    CampaignGoalsLayout(PageContext context) {
        this.context = context;
    }

    List<Choice> goals() {
        return context.choices().goals();
    }

    /** What must be known to show it, for each goal. */
    Stream<MetricQuery> asks() {
        Slice slice = context.slice().withComparison(Comparison.NONE);
        return goals().stream()
                .map(goal -> new MetricQuery(
                        RATE,
                        slice.withOption(SliceOption.GOAL, Optional.of(goal.key())),
                        Grouping.parts(Dimension.CAMPAIGN)));
    }

    CampaignGoalsPage page(Answers found) {
        PageLinks links = new PageLinks("/campaigns", context.slice());
        List<Answer> answers = answers(found);
        return new CampaignGoalsPage(
                links.url(),
                goals().stream().map(Choice::name).toList(),
                campaigns(answers).stream()
                        .map(campaign -> row(campaign, answers))
                        .toList(),
                links.under("/campaigns/goals.csv"));
    }

    /** For each goal. */
    List<Answer> answers(Answers found) {
        return asks().map(found::to).toList();
    }

    private CampaignGoalsPage.Row row(String campaign, List<Answer> answers) {
        return new CampaignGoalsPage.Row(
                campaign,
                answers.stream()
                        .map(answer -> FigureView.of(answer, rowOf(answer, campaign), context.figures()))
                        .toList());
    }

    /** Those that brought most visitors first. */
    static List<String> campaigns(List<Answer> answers) {
        Set<String> campaigns = new LinkedHashSet<>();
        answers.forEach(answer -> answer.rows().stream()
                .map(row -> row.key().part().orElse(""))
                .filter(name -> !name.isEmpty())
                .forEach(campaigns::add));
        return new ArrayList<>(campaigns);
    }

    static Answer.Row rowOf(Answer answer, String campaign) {
        return answer.rows().stream()
                .filter(row -> row.key().part().equals(Optional.of(campaign)))
                .findFirst()
                .orElseThrow();
    }
}
