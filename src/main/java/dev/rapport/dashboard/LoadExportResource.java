package dev.rapport.dashboard;

import dev.rapport.query.SliceChoicesQueries;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.OwnParameters;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceReader;
import dev.rapport.support.SupportLoad;
import dev.rapport.support.SupportLoad.By;
import dev.rapport.support.SupportLoad.Load;
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
import java.util.Locale;

/** What support each source of customers needs, as CSV: what the page shows, with all digits. */
@Path("/support/load.csv")
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
public class LoadExportResource {
    private static final List<String> TITLES = List.of(
            "source",
            "known",
            "tickets",
            "customers",
            "tickets_per_100_customers",
            "first_response_seconds",
            "csat",
            "csat_answers",
            "cost",
            "cost_per_100_customers");

    private final SupportLoad loads;
    private final SliceChoicesQueries choices;

    LoadExportResource(SupportLoad loads, SliceChoicesQueries choices) {
        this.loads = loads;
        this.choices = choices;
    }

    @GET
    @Produces(MetricExportResource.CSV)
    public Response csv(@Context UriInfo uri) {
        Slice slice =
                SliceReader.read(uri.getQueryParameters(), choices.current().context());
        String by = OwnParameters.single(uri.getQueryParameters(), "source").orElse("channel");
        if (!List.of("channel", "campaign").contains(by)) {
            throw new BadSliceException("source", "has no such value");
        }
        List<Load> found = loads.read(slice, By.valueOf(by.toUpperCase(Locale.ROOT)));
        StreamingOutput body = out -> write(out, found);
        return Response.ok(body)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ExportFileName.disposition(ExportFileName.of(List.of("support-load", "by", by), slice, "csv")))
                .build();
    }

    private static void write(OutputStream out, List<Load> loads) throws IOException {
        CsvTable table = new CsvTable(out);
        TITLES.forEach(table::plain);
        table.end();
        for (Load load : loads) {
            table.text(load.source().name())
                    .plain(load.source().known().name().toLowerCase(Locale.ROOT))
                    .number(load.tickets())
                    .number(load.customers())
                    .number(load.ticketsPerHundred())
                    .number(load.firstResponse().value())
                    .number(load.csat().value())
                    .number(load.csat().n())
                    .number(load.cost())
                    .number(load.costPerHundred())
                    .end();
        }
        table.finish();
    }
}
