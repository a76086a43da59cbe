package dev.rapport.ingest;

import dev.rapport.fact.FactTexts;
import dev.rapport.words.Languages;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

/** Writes a list of an import's report whole, as CSV, streamed; opened by a spreadsheet, no cell of it is a formula. */
final class ImportListCsv implements StreamingOutput {
    /** The last part of the address of each. */
    static final String PATH = "{id}/{list: rejects|notes|replaced}.csv";

    private enum Listed {
        REJECTS("rejected", rejected(false), "file,line,column,value,reason,record", ImportListCsv::reason),
        /** What of stored rows was not taken. */
        NOTES("notes", rejected(true), "file,line,column,value,reason,record", ImportListCsv::reason),
        REPLACED("replaced", ReplacedRows.LISTED, "line,key,import,field,before,after", FactTexts::field);

        private final String file;
        private final String sql;
        private final String[] titles;
        private final BiFunction<String, Locale, String> inWords;

        Listed(String file, String sql, String titles, BiFunction<String, Locale, String> inWords) {
            this.file = file;
            this.sql = sql;
            this.titles = titles.split(",");
            this.inWords = inWords;
        }

        private static String rejected(boolean stored) {
            return "select file, line, column_name, value, reason, record from import_reject"
                    + " where import_id = ? and stored = " + stored + " order by id";
        }

        /** Keys become words; all else is written as it is stored. */
        private String cell(int index, @Nullable String value, Locale reader) {
            boolean key = titles[index].equals("reason") || titles[index].equals("field");
            return ImportListCsv.cell(key && value != null ? inWords.apply(value, reader) : value);
        }
    }

    private final Jdbi jdbi;
    private final Locale reader;
    private final int importId;
    private final Listed list;

    private ImportListCsv(Jdbi jdbi, Locale reader, int importId, Listed list) {
        this.jdbi = jdbi;
        this.reader = reader;
        this.importId = importId;
        this.list = list;
    }

    /** @param list as in {@link #PATH} */
    static Response response(Jdbi jdbi, Locale reader, int importId, String list) {
        Listed listed = Listed.valueOf(list.toUpperCase(Locale.ROOT));
        return Response.ok(new ImportListCsv(jdbi, reader, importId, listed))
                .type("text/csv;charset=UTF-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"import-" + importId + "-" + listed.file + ".csv\"")
                .build();
    }

    private static String reason(String key, Locale reader) {
        return Languages.words(ImportMessages.class, reader).reason(key);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            // rows come some at a time only in a transaction
            jdbi.useTransaction(handle -> {
                csv.write("\ufeff" + String.join(",", list.titles) + "\r\n");
                try (ResultIterator<String> lines = handle.select(list.sql, importId)
                        .setFetchSize(500)
                        .map((row, context) -> line(row))
                        .iterator()) {
                    while (lines.hasNext()) {
                        csv.write(lines.next());
                    }
                }
            });
        } catch (JdbiException e) {
            throw new IOException(e);
        }
    }

    private String line(ResultSet row) throws SQLException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < list.titles.length; i++) {
            line.append(i == 0 ? "" : ",").append(list.cell(i, row.getString(i + 1), reader));
        }
        return line.append("\r\n").toString();
    }

    private static String cell(@Nullable String value) {
        String text = value == null ? "" : value;
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("[-+]?[0-9.,]+");
        text = formula ? "'" + text : text;
        boolean plain =
                text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
