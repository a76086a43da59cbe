package dev.rapport.dashboard;

import dev.rapport.query.SliceChoicesQueries;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceReader;
import dev.rapport.team.Role;
import dev.rapport.web.Revalidated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** All rows of facts behind a figure, as CSV, read from the database as fast as they are taken. */
@Path("/metrics/{key: [a-z0-9_]+}/rows.csv")
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
public class FactRowsExportResource {
    private final FactRows rows;
    private final SliceChoicesQueries choices;
    private final RowStream stream;

    FactRowsExportResource(FactRows rows, SliceChoicesQueries choices, RowStream stream) {
        this.rows = rows;
        this.choices = choices;
        this.stream = stream;
    }

    @GET
    @Produces(MetricExportResource.CSV)
    public Response csv(@PathParam("key") String key, @Context UriInfo uri, @Context HttpServerRequest request) {
        Slice slice =
                SliceReader.read(uri.getQueryParameters(), choices.current().context());
        return stream.csv(
                List.of(key, "rows"), rows.query(key, slice).orElseThrow(NotFoundException::new), slice, request);
    }
}
