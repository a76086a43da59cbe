package dev.rapport.ingest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The rejected rows of an import as CSV, streamed; opened by a spreadsheet, no cell of it is a formula. */
final class RejectedRowsCsv implements StreamingOutput {
    private final DataSource database;
    private final ImportMessages words;
    private final int importId;
    private final boolean stored;

    private RejectedRowsCsv(DataSource database, ImportMessages words, int importId, boolean stored) {
        this.database = database;
        this.words = words;
        this.importId = importId;
        this.stored = stored;
    }

    static Response response(DataSource database, ImportMessages words, int importId) {
        return response(new RejectedRowsCsv(database, words, importId, false), "rejected");
    }

    /** What of stored rows was not taken. */
    static Response notes(DataSource database, ImportMessages words, int importId) {
        return response(new RejectedRowsCsv(database, words, importId, true), "notes");
    }

    private static Response response(RejectedRowsCsv csv, String name) {
        return Response.ok(csv)
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"import-" + csv.importId + "-" + name + ".csv\"")
                .build();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (Connection connection = database.getConnection();
                Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            connection.setAutoCommit(false);
            csv.write("\ufefffile,line,column,value,reason,record\r\n");
            try (var statement = connection.prepareStatement("""
                    select file, line, column_name, value, reason, record from import_reject where import_id = ? and stored = ? order by id
                    """)) {
                statement.setFetchSize(500);
                statement.setInt(1, importId);
                statement.setBoolean(2, stored);
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        csv.write(cell(row.getString(1)) + ',' + row.getLong(2) + ',' + cell(row.getString(3)) + ','
                                + cell(row.getString(4)) + ',' + cell(words.reason(row.getString(5))) + ','
                                + cell(row.getString(6)) + "\r\n");
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    static String cell(@org.jspecify.annotations.Nullable String value) {
        String text = value == null ? "" : value;
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("[-+]?[0-9.,]+");
        text = formula ? "'" + text : text;
        boolean plain =
                text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
