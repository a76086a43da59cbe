package dev.rapport.dashboard.board;

import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQueries;
import dev.rapport.query.SliceChoices.Choice;
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
import java.util.List;

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
    private final SliceRequest asked;
    private final MetricQueries metrics;
    private final Htmx htmx;

    CampaignGoalsResource(SliceRequest asked, MetricQueries metrics, Htmx htmx) {
        this.asked = asked;
        this.metrics = metrics;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance campaignGoals(CampaignGoalsPage page);

        static native TemplateInstance campaignGoals$table(CampaignGoalsPage page);
    }

    @GET
    @Path("campaigns/goals")
    public TemplateInstance goals() {
        CampaignGoalsLayout layout = new CampaignGoalsLayout(asked.context());
        CampaignGoalsPage page = layout.page(new Answers(metrics, layout.asks()));
        return htmx.choose(() -> Templates.campaignGoals(page), () -> Templates.campaignGoals$table(page));
    }

    /** A line for each campaign and goal. */
    @GET
    @Path("campaigns/goals.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        CampaignGoalsLayout layout = new CampaignGoalsLayout(asked.context());
        List<Answer> answers = layout.answers(new Answers(metrics, layout.asks()));
        return CsvFile.of(List.of("campaigns-goals"), asked.slice(), table -> write(answers, layout.goals(), table));
    }

    private static void write(List<Answer> answers, List<Choice> goals, CsvTable table) throws IOException {
        table.plain("campaign")
                .plain("goal")
                .plain("conversion_rate")
                .plain("numerator")
                .plain("denominator")
                .end();
        for (String campaign : CampaignGoalsLayout.campaigns(answers)) {
            for (int i = 0; i < goals.size(); i++) {
                Figure figure =
                        CampaignGoalsLayout.rowOf(answers.get(i), campaign).figure();
                table.text(campaign).text(goals.get(i).key()).number(figure.value());
                table.number(figure.numerator()).number(figure.denominator()).end();
            }
        }
    }
}
