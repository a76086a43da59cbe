package dev.rapport.web;

import dev.rapport.slice.Slice;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Answers with a table as a file whose name says what is inside. */
public final class CsvFile {
    public static final String TYPE = "text/csv;charset=UTF-8;header=present";

    private CsvFile() {}

    /** Writes the head and the rows. */
    public interface Content {
        void write(CsvTable table) throws IOException;
    }

    /** Writes the whole file; {@link CsvBodyWriter} says in which style. */
    public interface Body {
        void write(OutputStream out, CsvStyle style) throws IOException;
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
    public static Response.ResponseBuilder written(List<String> what, Slice slice, Body body) {
        return named(ExportFileName.of(what, slice, "csv"), body);
    }

    private static Response.ResponseBuilder named(String fileName, Body body) {
        return Response.ok(body).header(HttpHeaders.CONTENT_DISPOSITION, ExportFileName.disposition(fileName));
    }

    /** What a table is written as. */
    public static Body body(Content content) {
        return (out, style) -> {
            CsvTable table = new CsvTable(out, style);
            content.write(table);
            table.finish();
        };
    }
}
