package dev.rapport.dashboard.metric;

import dev.rapport.dashboard.FactRows;
import dev.rapport.dashboard.RowPage;
import dev.rapport.dashboard.RowStream;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.query.RowQuery;
import dev.rapport.slice.Slice;
import dev.rapport.team.Role;
import dev.rapport.web.CsvFile;
import dev.rapport.web.Htmx;
import dev.rapport.web.PersonsRows;
import dev.rapport.web.Revalidated;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Answers the newest records behind a figure; all of them are in the CSV it links to. */
@Path("/metrics")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class FactRowsResource {
    private static final int SHOWN = 50;

    private final SliceRequest asked;
    private final FactRows rows;
    private final RowStream stream;
    private final Htmx htmx;

    FactRowsResource(SliceRequest asked, FactRows rows, RowStream stream, Htmx htmx) {
        this.asked = asked;
        this.rows = rows;
        this.stream = stream;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance rows(FactRowsPage page);

        static native TemplateInstance rows$list(FactRowsPage page);
    }

    @GET
    @Path("{key: [a-z0-9_]+}/rows")
    public TemplateInstance rows(@PathParam("key") String key) {
        RowPage found = rows.page(key, asked.slice(), SHOWN).orElseThrow(NotFoundException::new);
        FactRowsPage page = FactRowsPage.of(key, found, asked.context());
        return htmx.choose(() -> Templates.rows(page), () -> Templates.rows$list(page));
    }

    /** All of them, read from the database as fast as they are taken. */
    @GET
    @Path("{key: [a-z0-9_]+}/rows.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    @PersonsRows
    public Response csv(@PathParam("key") String key, @Context HttpServerRequest request) {
        Slice slice = asked.slice();
        RowQuery all = rows.query(key, slice).orElseThrow(NotFoundException::new);
        return stream.csv(List.of(key, "rows"), all, slice, request);
    }
}
