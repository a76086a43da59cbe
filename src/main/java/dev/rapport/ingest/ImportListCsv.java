package dev.rapport.ingest;

import dev.rapport.fact.FactTexts;
import dev.rapport.web.CsvFile;
import dev.rapport.web.CsvTable;
import dev.rapport.words.Languages;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.result.ResultIterator;

/** Writes a list of an import's report whole, as CSV, streamed. */
final class ImportListCsv implements CsvFile.Content {
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
        private void cell(CsvTable table, int index, ResultSet row, Locale reader) throws SQLException {
            String value = row.getString(index + 1);
            switch (titles[index]) {
                case "line", "import" -> table.plain(value == null ? "" : value);
                case "reason", "field" -> table.text(value == null ? null : inWords.apply(value, reader));
                default -> table.text(value);
            }
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
        return CsvFile.of(
                List.of("import-" + importId + "-" + listed.file), new ImportListCsv(jdbi, reader, importId, listed));
    }

    private static String reason(String key, Locale reader) {
        return Languages.words(ImportMessages.class, reader).reason(key);
    }

    @Override
    public void write(CsvTable table) throws IOException {
        for (String title : list.titles) {
            table.plain(title);
        }
        table.end();
        try {
            // rows come some at a time only in a transaction
            jdbi.useTransaction(handle -> {
                try (ResultIterator<CsvTable> lines = handle.select(list.sql, importId)
                        .setFetchSize(500)
                        .map((row, context) -> cells(table, row))
                        .iterator()) {
                    while (lines.hasNext()) {
                        lines.next().end();
                    }
                }
            });
        } catch (JdbiException e) {
            throw new IOException(e);
        }
    }

    private CsvTable cells(CsvTable table, ResultSet row) throws SQLException {
        for (int i = 0; i < list.titles.length; i++) {
            list.cell(table, i, row, reader);
        }
        return table;
    }
}
