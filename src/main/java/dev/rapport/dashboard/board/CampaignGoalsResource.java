package dev.rapport.dashboard.board;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQueries;
import dev.rapport.query.MetricQuery;
import dev.rapport.query.SliceChoices.Choice;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import dev.rapport.team.Role;
import dev.rapport.web.CsvFile;
import dev.rapport.web.CsvTable;
import dev.rapport.web.Htmx;
import dev.rapport.web.Revalidated;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers what share of each campaign's visitors reached each goal: a part of the campaigns' page that is asked for when
 * somebody gets there.
 */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class CampaignGoalsResource {
    private static final String RATE = "conversion_rate";

    private final SliceRequest asked;
    private final MetricQueries metrics;
    private final Htmx htmx;

    CampaignGoalsResource(SliceRequest asked, MetricQueries metrics, Htmx htmx) {
        this.asked = asked;
        this.metrics = metrics;
        this.htmx = htmx;
    }

    record CampaignGoalsView(String campaignsUrl, List<String> goals, List<CampaignRow> rows, String csvUrl) {}

    record CampaignRow(String campaign, List<FigureView> rates) {}

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance campaignGoals(CampaignGoalsView page);

        static native TemplateInstance campaignGoals$table(CampaignGoalsView page);
    }

    @GET
    @Path("campaigns/goals")
    public TemplateInstance goals() {
        PageLinks links = new PageLinks("/campaigns", asked.slice());
        List<Answer> answers = answers();
        CampaignGoalsView page = new CampaignGoalsView(
                links.url(),
                goalChoices().stream().map(Choice::name).toList(),
                campaigns(answers).stream()
                        .map(campaign -> row(campaign, answers))
                        .toList(),
                links.under("/campaigns/goals.csv"));
        return htmx.choose(() -> Templates.campaignGoals(page), () -> Templates.campaignGoals$table(page));
    }

    private CampaignRow row(String campaign, List<Answer> answers) {
        return new CampaignRow(
                campaign,
                answers.stream()
                        .map(answer -> FigureView.of(
                                answer, rowOf(answer, campaign), asked.context().figures()))
                        .toList());
    }

    /** A line for each campaign and goal. */
    @GET
    @Path("campaigns/goals.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        List<Answer> answers = answers();
        List<Choice> goals = goalChoices();
        return CsvFile.of(List.of("campaigns-goals"), asked.slice(), table -> write(answers, goals, table));
    }

    private static void write(List<Answer> answers, List<Choice> goals, CsvTable table) throws IOException {
        table.plain("campaign")
                .plain("goal")
                .plain("conversion_rate")
                .plain("numerator")
                .plain("denominator")
                .end();
        for (String campaign : campaigns(answers)) {
            for (int i = 0; i < goals.size(); i++) {
                Figure figure = rowOf(answers.get(i), campaign).figure();
                table.text(campaign).text(goals.get(i).key()).number(figure.value());
                table.number(figure.numerator()).number(figure.denominator()).end();
            }
        }
    }

    private List<Choice> goalChoices() {
        return asked.choices().goals();
    }

    /** For each goal. */
    private List<Answer> answers() {
        Slice slice = asked.slice().withComparison(Comparison.NONE);
        return metrics.askAll(goalChoices().stream()
                .map(goal -> new MetricQuery(
                        RATE,
                        slice.withOption(SliceOption.GOAL, Optional.of(goal.key())),
                        Grouping.parts(Dimension.CAMPAIGN)))
                .toList());
    }

    /** Those that brought most visitors first. */
    private static List<String> campaigns(List<Answer> answers) {
        Set<String> campaigns = new LinkedHashSet<>();
        answers.forEach(answer -> answer.rows().stream()
                .map(row -> row.key().part().orElse(""))
                .filter(name -> !name.isEmpty())
                .forEach(campaigns::add));
        return new ArrayList<>(campaigns);
    }

    private static Answer.Row rowOf(Answer answer, String campaign) {
        return answer.rows().stream()
                .filter(row -> row.key().part().equals(Optional.of(campaign)))
                .findFirst()
                .orElseThrow();
    }
}
