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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The page of one metric. */
@Path("/metrics")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class MetricResource {
    private final MetricPages pages;
    private final Htmx htmx;

    MetricResource(MetricPages pages, Htmx htmx) {
        this.pages = pages;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance metric(MetricPage page);

        static native TemplateInstance metric$content(MetricPage page);
    }

    @GET
    @Path("{key:[a-z0-9_]+}")
    public TemplateInstance metric(@PathParam("key") String key) {
        MetricPage page = pages.page(key);
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.metric(page), () -> Templates.metric$content(page));
    }
}
