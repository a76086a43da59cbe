package dev.rapport.dashboard;

import dev.rapport.query.SliceChoicesQueries;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceReader;
import dev.rapport.team.Role;
import dev.rapport.web.Revalidated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** The whole of a list that a page shows a piece of, as CSV: the same query string, all rows. */
@Path("/")
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
@Produces(MetricExportResource.CSV)
public class WorkListsResource {
    private final SliceChoicesQueries choices;
    private final RowStream stream;

    WorkListsResource(SliceChoicesQueries choices, RowStream stream) {
        this.choices = choices;
        this.stream = stream;
    }

    @GET
    @Path("follow-up.csv")
    public Response followUps(@Context UriInfo uri, @Context HttpServerRequest request) {
        Slice slice = slice(uri);
        FollowUpFilter filter = FollowUpFilter.read(uri.getQueryParameters());
        return stream.csv(List.of("follow-up"), VoiceRows.followUps(slice, filter), slice, request);
    }

    @GET
    @Path("comments.csv")
    public Response comments(@Context UriInfo uri, @Context HttpServerRequest request) {
        Slice slice = slice(uri);
        CommentFilter filter = CommentFilter.read(uri.getQueryParameters());
        return stream.csv(List.of("comments"), VoiceRows.comments(slice, filter), slice, request);
    }

    private Slice slice(UriInfo uri) {
        return SliceReader.read(uri.getQueryParameters(), choices.current().context());
    }
}
