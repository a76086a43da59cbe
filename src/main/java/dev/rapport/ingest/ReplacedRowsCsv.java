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

/** The values that an import replaced as CSV, streamed. */
final class ReplacedRowsCsv implements StreamingOutput {
    private final DataSource database;
    private final ImportMessages words;
    private final int importId;

    private ReplacedRowsCsv(DataSource database, ImportMessages words, int importId) {
        this.database = database;
        this.words = words;
        this.importId = importId;
    }

    static Response response(DataSource database, ImportMessages words, int importId) {
        return Response.ok(new ReplacedRowsCsv(database, words, importId))
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"import-" + importId + "-replaced.csv\"")
                .build();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (Connection connection = database.getConnection();
                Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            connection.setAutoCommit(false);
            csv.write("\ufeffline,key,import,field,before,after\r\n");
            try (var statement = connection.prepareStatement(ReplacedRows.LISTED)) {
                statement.setFetchSize(500);
                statement.setInt(1, importId);
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        csv.write(row.getLong(1) + "," + RejectedRowsCsv.cell(row.getString(2)) + ',' + row.getInt(3)
                                + ','
                                + RejectedRowsCsv.cell(words.fieldName(row.getString(4))) + ','
                                + RejectedRowsCsv.cell(row.getString(5)) + ',' + RejectedRowsCsv.cell(row.getString(6))
                                + "\r\n");
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
}
