package dev.rapport.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as CSV: RFC 4180 (CRLF, quotes where needed), UTF-8 with a byte order mark, separator and decimal
 * sign by its {@link CsvStyle}, no grouping. The mark at its start tells spreadsheets the charset. Text that a spreadsheet would run as a formula is
 * guarded by {@link FormulaGuard}; numbers are written as numbers, negative ones too.
 */
public class CsvTable {
    private static final int BUFFER = 1 << 15;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer text;
    private final CsvWriter csv;
    private final CsvStyle style;
    private final List<String> row = new ArrayList<>();
    private final RowCount count = RowCount.current();
    private boolean headed;

    /** As programs read it. */
    public CsvTable(OutputStream out) throws IOException {
        this(out, CsvStyle.COMMA);
    }

    public CsvTable(OutputStream out, CsvStyle style) throws IOException {
        this(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER), style);
        text.write(BYTE_ORDER_MARK);
    }

    CsvTable(Writer text, CsvStyle style) {
        this.text = text;
        this.style = style;
        csv = CsvWriter.builder()
                .fieldSeparator(style.separator())
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
    }

    public CsvTable text(@Nullable String value) {
        row.add(value == null ? "" : FormulaGuard.on(value));
        return this;
    }

    public CsvTable number(long value) {
        row.add(Long.toString(value));
        return this;
    }

    public CsvTable number(BigDecimal value) {
        row.add(style.number(plain(value)));
        return this;
    }

    public CsvTable number(Optional<BigDecimal> value) {
        row.add(value.map(CsvTable::plain).map(style::number).orElse(""));
        return this;
    }

    /** Already written by a rule of its own: a date, a flag. */
    public CsvTable plain(String value) {
        row.add(value);
        return this;
    }

    public CsvTable empty() {
        row.add("");
        return this;
    }

    public void end() throws IOException {
        try {
            csv.writeRecord(row);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        row.clear();
        countLine();
    }

    /** The first line has the titles. */
    final void countLine() {
        if (headed) {
            count.add();
        }
        headed = true;
    }

    /** An empty line between what is said about the table and the table. */
    public void gap() throws IOException {
        // The writer keeps some lines to itself until then.
        csv.flush();
        text.write("\r\n");
    }

    /** To be called when all went well, and only then: what is cut off must not look like the end. */
    public void finish() throws IOException {
        csv.flush();
    }

    /** Full precision, no exponent, no zeros at the end. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
