package dev.rapport.web;

import dev.rapport.slice.Slice;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;

/** Answers with a table as a file whose name says what is inside. */
public final class CsvFile {
    public static final String TYPE = "text/csv;charset=UTF-8;header=present";

    private CsvFile() {}

    /** Writes the head and the rows. */
    public interface Content {
        void write(CsvTable table) throws IOException;
    }

    /** @param what the file is called after, beside the slice */
    public static Response of(List<String> what, Slice slice, Content content) {
        return written(what, slice, body(content)).build();
    }

    /** Of what hangs on no slice: settings, one customer. */
    public static Response of(List<String> what, Content content) {
        return named(ExportFileName.of(what, "csv"), body(content)).build();
    }

    /** Of what is written by a rule of its own. */
    public static Response.ResponseBuilder written(List<String> what, Slice slice, StreamingOutput body) {
        return named(ExportFileName.of(what, slice, "csv"), body);
    }

    private static Response.ResponseBuilder named(String fileName, StreamingOutput body) {
        return Response.ok(body).header(HttpHeaders.CONTENT_DISPOSITION, ExportFileName.disposition(fileName));
    }

    private static StreamingOutput body(Content content) {
        return out -> {
            CsvTable table = new CsvTable(out);
            content.write(table);
            table.finish();
        };
    }
}
