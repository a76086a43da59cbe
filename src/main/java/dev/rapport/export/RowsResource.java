package dev.rapport.export;

import dev.rapport.query.ChoicesQueries;
import dev.rapport.query.Desk;
import dev.rapport.query.QueryFailedException;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceReader;
import dev.rapport.team.Role;
import dev.rapport.web.Revalidated;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;

/** All rows of facts behind a figure, as CSV, read from the database as fast as they are taken. */
@Path("/metrics/{key: [a-z0-9_]+}/rows.csv")
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
public class RowsResource {
    private final Desk desk;
    private final ChoicesQueries choices;

    RowsResource(Desk desk, ChoicesQueries choices) {
        this.desk = desk;
        this.choices = choices;
    }

    @GET
    @Produces(MetricExportResource.CSV)
    public Response rows(@PathParam("key") String key, @Context UriInfo uri, @Context HttpServerRequest request)
            throws SQLException {
        Slice slice =
                SliceReader.read(uri.getQueryParameters(), choices.current().context());
        RowQuery query = query(key, slice);
        StreamingOutput body = out -> write(out, query, slice, request);
        return Response.ok(body)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileName.disposition(FileName.of(List.of(key, "rows"), slice, "csv")))
                .build();
    }

    private RowQuery query(String key, Slice slice) throws SQLException {
        try (Desk.Turn turn = desk.forQuestion()) {
            return Rows.query(turn.connection(), key, slice).orElseThrow(NotFoundException::new);
        }
    }

    private void write(OutputStream out, RowQuery query, Slice slice, HttpServerRequest request) throws IOException {
        try (Desk.Turn turn = desk.forExport()) {
            CsvRows rows = new CsvRows(out, query.columns());
            new RowCopy(turn.connection(), query, slice.zone()).readAll(rows::row);
            rows.finish();
        } catch (SQLException e) {
            if (!request.response().headWritten()) {
                throw new QueryFailedException(e);
            }
            breakOff(request);
            throw new IOException("the rows cannot be read to the end", e);
        }
    }

    /**
     * Nobody is to take half a file for a whole one. A reset of HTTP/1, and every close but this one, waits until what was
     * written has gone out, and by then the stream has been closed in good order.
     */
    private static void breakOff(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            Channel channel = ((ConnectionBase) request.connection()).channel();
            channel.eventLoop().execute(channel.unsafe()::closeForcibly);
        }
    }
}
