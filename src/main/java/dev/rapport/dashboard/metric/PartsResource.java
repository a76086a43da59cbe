package dev.rapport.dashboard.metric;

import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.query.MetricQueries;
import dev.rapport.slice.Dimension;
import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.web.Htmx;
import dev.rapport.web.Revalidated;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * Answers a metric by page, issue type, campaign ...: a part of its page that is asked for when somebody gets there.
 */
@Path("/metrics/{key: [a-z0-9_]+}/parts/{part: [a-z-]+}")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class PartsResource {
    private final SliceRequest asked;
    private final MetricQueries metrics;
    private final Htmx htmx;

    PartsResource(SliceRequest asked, MetricQueries metrics, Htmx htmx) {
        this.asked = asked;
        this.metrics = metrics;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance parts(PartsPage page);

        static native TemplateInstance parts$table(PartsPage page);
    }

    @GET
    public TemplateInstance parts(@PathParam("key") String key, @PathParam("part") String name) {
        Dimension dimension = Dimension.of(name).orElseThrow(NotFoundException::new);
        PartsLayout layout = new PartsLayout(key, dimension, asked.context());
        PartsPage page = layout.page(new Answers(metrics, layout.asks()), Settings.current().agentsHidden);
        return htmx.choose(() -> Templates.parts(page), () -> Templates.parts$table(page));
    }
}
