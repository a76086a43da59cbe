package dev.rapport.dashboard;

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
@Path("/campaigns")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class CampaignsResource {
    private final CampaignPages campaigns;
    private final Htmx htmx;

    CampaignsResource(CampaignPages campaigns, Htmx htmx) {
        this.campaigns = campaigns;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance campaigns(CampaignsPage page);

        static native TemplateInstance campaigns$content(CampaignsPage page);
    }

    @GET
    public TemplateInstance campaigns() {
        CampaignsPage page = campaigns.page();
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.campaigns(page), () -> Templates.campaigns$content(page));
    }
}
