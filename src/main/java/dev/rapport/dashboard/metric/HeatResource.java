package dev.rapport.dashboard.metric;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQueries;
import dev.rapport.slice.Comparison;
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

/** Answers a metric by channel and segment at once: a part of its page that is asked for when somebody gets there. */
@Path("/metrics/{key: [a-z0-9_]+}/heat")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class HeatResource {
    private final SliceRequest asked;
    private final MetricQueries metrics;
    private final Htmx htmx;

    HeatResource(SliceRequest asked, MetricQueries metrics, Htmx htmx) {
        this.asked = asked;
        this.metrics = metrics;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance heat(HeatPage page);

        static native TemplateInstance heat$table(HeatPage page);
    }

    @GET
    public TemplateInstance heat(@PathParam("key") String key) {
        String group = asked.group();
        // The table shows no comparison: that would be as much work again.
        Answer answer =
                metrics.ask(key, asked.slice().withComparison(Comparison.NONE), Grouping.channelsAndSegments(group));
        HeatPage page = HeatPage.of(answer, group, asked.context());
        return htmx.choose(() -> Templates.heat(page), () -> Templates.heat$table(page));
    }
}
