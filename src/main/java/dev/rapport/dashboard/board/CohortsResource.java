package dev.rapport.dashboard.board;

import dev.rapport.behaviour.CohortReader;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.metric.Cohorts;
import dev.rapport.metric.Cohorts.Cohort;
import dev.rapport.metric.Figure;
import dev.rapport.slice.Slice;
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

/** Answers who came again, by when they first came. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class CohortsResource {
    private final SliceRequest asked;
    private final CohortReader reader;
    private final Htmx htmx;

    CohortsResource(SliceRequest asked, CohortReader reader, Htmx htmx) {
        this.asked = asked;
        this.reader = reader;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance cohorts(CohortsPage page);

        static native TemplateInstance cohorts$content(CohortsPage page);
    }

    @GET
    @Path("cohorts")
    public TemplateInstance cohorts() {
        CohortsPage page = page();
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.cohorts(page), () -> Templates.cohorts$content(page));
    }

    private CohortsPage page() {
        Slice slice = CohortsPage.ofEnough(asked.slice(), asked.choices().context());
        return CohortsPage.of(reader.cohorts(slice), asked.context().with(slice));
    }

    /** One row for each cell, so that it can be summed and turned as one likes. */
    @GET
    @Path("cohorts.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        Cohorts cohorts = reader.cohorts(asked.slice());
        return CsvFile.of(
                List.of("cohorts", cohorts.activity(), cohorts.grain().key()),
                asked.slice(),
                table -> write(cohorts, table));
    }

    private static void write(Cohorts cohorts, CsvTable table) throws IOException {
        table.plain("cohort").plain("step").plain("value").plain("numerator").plain("denominator");
        table.plain("unfinished").end();
        for (Cohort cohort : cohorts.rows()) {
            for (int step = 0; step < cohort.cells().size(); step++) {
                Figure figure = cohort.figure(step);
                table.plain(cohort.label()).number(step).number(figure.value());
                table.number(cohort.cells().get(step).active()).number(cohort.size());
                table.plain(Boolean.toString(cohort.cells().get(step).unfinished()))
                        .end();
            }
        }
    }
}
