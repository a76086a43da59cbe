package dev.rapport.dashboard.metric;

import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Metric;
import dev.rapport.query.MetricQueries;
import dev.rapport.query.UnknownMetricException;
import dev.rapport.team.Role;
import dev.rapport.web.CsvFile;
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
import jakarta.ws.rs.core.Response;

/** One metric: its page, and what the page shows for programs and spreadsheets, by the same query string. */
@Path("/metrics")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class MetricResource {
    private final SliceRequest asked;
    private final MetricQueries metrics;
    private final MetricFiles files;
    private final Htmx htmx;

    MetricResource(SliceRequest asked, MetricQueries metrics, MetricFiles files, Htmx htmx) {
        this.asked = asked;
        this.metrics = metrics;
        this.files = files;
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
        Metric metric = Catalogue.find(key).orElseThrow(() -> new UnknownMetricException(key));
        MetricLayout layout = new MetricLayout(
                metric, asked.group(), asked.context(), asked.choices().today());
        MetricPage page = layout.page(new Answers(metrics, layout.asks()), asked.notes());
        htmx.pushUrl(page.links().url());
        return htmx.choose(() -> Templates.metric(page), () -> Templates.metric$content(page));
    }

    @GET
    @Path("{key: [a-z0-9_]+}.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv(@PathParam("key") String key) {
        return files.csv(key);
    }

    @GET
    @Path("{key: [a-z0-9_]+}.json")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public MetricJson json(@PathParam("key") String key) {
        return files.json(key);
    }
}
