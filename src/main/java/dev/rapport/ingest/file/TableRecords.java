package dev.rapport.ingest.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.function.Consumer;

/** Reads the records of one table, with their line numbers. Blank lines are passed over. */
public final class TableRecords implements Closeable {
    private final CloseableIterator<CsvRecord> records;
    private List<String> fields = List.of();
    private long line;

    /** @param bad hears of records that are no proper CSV; they are not among the records */
    public TableRecords(InputStream in, Dialect dialect, Consumer<BadRecord> bad) throws IOException {
        Reader text = decoded(in, dialect.charset());
        VettedReader vetted = new VettedReader(text, dialect.delimiter(), dialect.quote(), bad);
        var csv = CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                // NUL never passes the vetting, so it quotes nothing
                .quoteCharacter(dialect.quote())
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(vetted);
        records = csv.iterator();
        for (int i = 0; i < dialect.skip() && next(); i++) {
            continue;
        }
    }

    /** @throws RefusedException with the reason of what unpacks the bytes, when that refuses them */
    public boolean next() {
        try {
            return nextRecord();
        } catch (CsvParseException e) {
            throw RefusedException.behind(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    private boolean nextRecord() {
        while (records.hasNext()) {
            CsvRecord csv = records.next();
            fields = csv.getFields();
            line = csv.getStartingLineNumber();
            if (fields.size() > 1 || !fields.get(0).isBlank()) {
                return true;
            }
        }
        return false;
    }

    public List<String> fields() {
        return fields;
    }

    /** The line of the file in which the record starts, from 1. */
    public long line() {
        return line;
    }

    private static Reader decoded(InputStream in, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(VettedReader.UNDECODABLE));
        Reader reader = new BufferedReader(new InputStreamReader(in, decoder), 1 << 16);
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
