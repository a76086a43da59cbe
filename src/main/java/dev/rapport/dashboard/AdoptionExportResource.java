package dev.rapport.dashboard;

import dev.rapport.behaviour.AdoptionReader;
import dev.rapport.metric.Adoption;
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
import java.util.List;

/** How features were taken up, a line for each feature and week. */
@Path("/product/adoption.csv")
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
public class AdoptionExportResource {
    private final AdoptionReader reader;
    private final SliceChoicesQueries choices;

    AdoptionExportResource(AdoptionReader reader, SliceChoicesQueries choices) {
        this.reader = reader;
        this.choices = choices;
    }

    @GET
    @Produces(MetricExportResource.CSV)
    public Response csv(@Context UriInfo uri) {
        Slice slice =
                SliceReader.read(uri.getQueryParameters(), choices.current().context());
        List<Adoption> adoptions = reader.read(slice);
        StreamingOutput body = out -> {
            CsvTable table = new CsvTable(out);
            table.plain("feature").plain("released").plain("week").plain("first_use");
            table.plain("users").plain("active").plain("share").end();
            for (Adoption adoption : adoptions) {
                for (Adoption.Week week : adoption.weeks()) {
                    table.text(adoption.key()).plain(adoption.released().toString());
                    table.plain(week.start().toString()).number(week.fresh()).number(week.users());
                    table.number(week.active()).number(week.share().value()).end();
                }
            }
            table.finish();
        };
        return Response.ok(body)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ExportFileName.disposition(ExportFileName.of(List.of("adoption"), slice, "csv")))
                .build();
    }
}
