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

/** Answers what others say: tone, frustration, what they need, when and where. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class SocialResource {
    private final SliceRequest asked;
    private final MetricQueries metrics;
    private final Htmx htmx;

    SocialResource(SliceRequest asked, MetricQueries metrics, Htmx htmx) {
        this.asked = asked;
        this.metrics = metrics;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance social(SocialPage page);

        static native TemplateInstance social$content(SocialPage page);
    }

    @GET
    @Path("social")
    public TemplateInstance social() {
        asked.slice();
        SocialLayout layout = new SocialLayout(asked.choice(SocialLayout.TREND, SocialLayout.TRENDS), asked.context());
        SocialPage page = layout.page(new Answers(metrics, layout.asks()), asked.notes());
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.social(page), () -> Templates.social$content(page));
    }
}
