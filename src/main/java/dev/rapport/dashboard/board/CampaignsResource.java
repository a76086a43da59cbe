package dev.rapport.dashboard.board;

import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.query.MetricQueries;
import dev.rapport.team.Role;
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

/** Answers what campaigns cost and bring, by campaign, channel and variant. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class CampaignsResource {
    private final SliceRequest asked;
    private final MetricQueries metrics;
    private final Htmx htmx;

    CampaignsResource(SliceRequest asked, MetricQueries metrics, Htmx htmx) {
        this.asked = asked;
        this.metrics = metrics;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance campaigns(CampaignsPage page);

        static native TemplateInstance campaigns$content(CampaignsPage page);
    }

    @GET
    @Path("campaigns")
    public TemplateInstance campaigns() {
        asked.slice();
        String trend = asked.choice(CampaignsLayout.TREND, CampaignsLayout.TRENDS);
        CampaignsLayout layout = new CampaignsLayout(trend, asked.context());
        Answers answers = new Answers(metrics, layout.asks());
        CampaignsPage page = layout.page(answers, new Answers(metrics, layout.asksOfTests(answers)), asked.notes());
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.campaigns(page), () -> Templates.campaigns$content(page));
    }
}
