package dev.rapport.dashboard;

import dev.rapport.behaviour.CohortReader;
import dev.rapport.metric.Cohorts;
import dev.rapport.metric.Cohorts.Cohort;
import dev.rapport.metric.Figure;
import dev.rapport.query.SliceChoicesQueries;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceReader;
import dev.rapport.team.Role;
import dev.rapport.web.Revalidated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The cohort table, one row for each cell, so that it can be summed and turned as one likes. */
@Path("/cohorts.csv")
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
public class CohortExportResource {
    private final CohortReader reader;
    private final SliceChoicesQueries choices;

    CohortExportResource(CohortReader reader, SliceChoicesQueries choices) {
        this.reader = reader;
        this.choices = choices;
    }

    @GET
    @Produces(MetricExportResource.CSV)
    public Response csv(@Context UriInfo uri) {
        Slice slice =
                SliceReader.read(uri.getQueryParameters(), choices.current().context());
        Cohorts cohorts = reader.cohorts(slice);
        List<String> what =
                List.of("cohorts", cohorts.activity(), cohorts.grain().key());
        StreamingOutput body = out -> write(cohorts, out);
        return Response.ok(body)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ExportFileName.disposition(ExportFileName.of(what, slice, "csv")))
                .build();
    }

    private static void write(Cohorts cohorts, OutputStream out) throws IOException {
        CsvTable table = new CsvTable(out);
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
        table.finish();
    }
}
