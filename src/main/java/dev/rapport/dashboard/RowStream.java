package dev.rapport.dashboard;

import dev.rapport.db.QueryPool;
import dev.rapport.query.RowQuery;
import dev.rapport.slice.Slice;
import dev.rapport.web.CsvFile;
import dev.rapport.web.CsvStyle;
import dev.rapport.web.JsonTable;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jdbi.v3.core.JdbiException;

/** Streams rows as CSV, read from the database as fast as they are taken. */
@ApplicationScoped
public class RowStream {
    private final QueryPool queryPool;

    RowStream(QueryPool queryPool) {
        this.queryPool = queryPool;
    }

    /** @param what the file is called after */
    public Response csv(List<String> what, RowQuery query, Slice slice, HttpServerRequest request) {
        return CsvFile.written(what, slice, (out, style) -> write(out, style, query, slice, request))
                .build();
    }

    /** The same rows for programs. */
    public Response json(RowQuery query, Slice slice) {
        return JsonTable.of(slice, table -> {
            try (QueryPool.Turn turn = queryPool.forExport()) {
                new RowReader(turn.handle(), query, slice.zone()).write(table);
            }
        });
    }

    private void write(OutputStream out, CsvStyle style, RowQuery query, Slice slice, HttpServerRequest request)
            throws IOException {
        try (QueryPool.Turn turn = queryPool.forExport()) {
            CsvRows rows = new CsvRows(out, query.columns(), style);
            new RowCopy(turn.handle(), query, slice.zone()).readAll(rows::row);
            rows.finish();
        } catch (JdbiException e) {
            if (!request.response().headWritten()) {
                throw e;
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
