package dev.rapport.dashboard;

import dev.rapport.fact.RowList.Kind;
import dev.rapport.query.RowColumn;
import dev.rapport.web.CsvStyle;
import dev.rapport.web.CsvTable;
import dev.rapport.web.FormulaGuard;
import dev.rapport.web.RowCount;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Converts the rows of PostgreSQL's COPY into lines of a CSV, byte by byte. A million lines should cost no more than
 * reading them. The rules are those of {@link CsvTable}, and a test compares the two.
 */
final class CsvRows {
    private static final int BUFFER = 1 << 16;
    private static final byte GUARD = '\'';
    /** First of the three bytes of a wide form, and what it says of the character. */
    private static final int WIDE = 0xef;

    private static final int WIDE_FORMS = 0xf000;
    private static final byte[] MISSING = {'\\', 'N'};

    private final OutputStream out;
    private final Kind[] kinds;
    private final byte separator;
    private final byte decimalSign;
    private byte[] line = new byte[1024];
    private int length;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private final RowCount count = RowCount.current();

    CsvRows(OutputStream out, List<RowColumn> columns, CsvStyle style) throws IOException {
        this.out = out;
        separator = (byte) style.separator();
        decimalSign = (byte) style.decimalSign();
        kinds = columns.stream().map(RowColumn::kind).toArray(Kind[]::new);
        CsvTable titles = new CsvTable(out, style);
        columns.forEach(column -> titles.plain(column.key()));
        titles.end();
        titles.finish();
    }

    /** @param row columns between tabs, nothing as {@code \N}, and what would be taken for either behind a backslash */
    void row(byte[] row) throws IOException {
        length = 0;
        int start = 0;
        for (int column = 0; column < kinds.length; column++) {
            int end = start;
            while (end < row.length && row[end] != '\t' && row[end] != '\n') {
                end++;
            }
            if (column > 0) {
                put(separator);
            }
            if (!isMissing(row, start, end)) {
                cell(kinds[column], column, row, start, end);
            }
            start = end + 1;
        }
        put((byte) '\r');
        put((byte) '\n');
        write();
        count.add();
    }

    /** To be called when all went well, and only then: what is cut off must not look like the end. */
    void finish() throws IOException {
        out.write(buffer, 0, filled);
        filled = 0;
    }

    private static boolean isMissing(byte[] row, int start, int end) {
        return end - start == 2 && row[start] == MISSING[0] && row[start + 1] == MISSING[1];
    }

    private void cell(Kind kind, int column, byte[] row, int start, int end) {
        switch (kind) {
            case TEXT -> text(column, row, start, end);
            case NUMBER -> number(row, start, end);
            case MOMENT -> moment(row, start, end);
            case FLAG -> put(row[start] == 't' ? "true" : "false");
        }
    }

    private void text(int column, byte[] row, int start, int end) {
        int begin = length;
        boolean quoted = false;
        put((byte) '"');
        for (int i = start; i < end; i++) {
            byte letter = row[i];
            if (letter == '\\') {
                letter = unescaped(row[++i]);
            }
            if (letter == '"') {
                put(letter);
            }
            quoted |= letter == '"' || letter == separator || letter == '\r' || letter == '\n';
            put(letter);
        }
        guard(begin + 1);
        // A line that begins so would be a comment to some readers.
        quoted |= column == 0 && length > begin + 1 && line[begin + 1] == '#';
        if (quoted) {
            put((byte) '"');
        } else {
            System.arraycopy(line, begin + 1, line, begin, length - begin - 1);
            length--;
        }
    }

    /** As {@link FormulaGuard} does, which a test compares it with. */
    private void guard(int begin) {
        int first = begin;
        while (first < length && line[first] == GUARD) {
            first++;
        }
        if (first < length && startsFormula(first)) {
            put(GUARD);
            System.arraycopy(line, begin, line, begin + 1, length - begin - 1);
            line[begin] = GUARD;
        }
    }

    /** Signs of ASCII are a byte, their wide forms three. */
    private boolean startsFormula(int at) {
        int sign = line[at] & 0xff;
        if (sign == WIDE && at + 2 < length) {
            sign = WIDE_FORMS | (line[at + 1] & 0x3f) << 6 | line[at + 2] & 0x3f;
        }
        return FormulaGuard.startsFormula((char) sign);
    }

    private static byte unescaped(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0B;
            default -> letter;
        };
    }

    /** Full precision, no zeros at the end. */
    private void number(byte[] row, int start, int end) {
        boolean decimal = false;
        for (int i = start; i < end; i++) {
            decimal |= row[i] == '.';
            if (row[i] == 'e') {
                byte[] plain = CsvTable.plain(
                                new BigDecimal(new String(row, start, end - start, StandardCharsets.US_ASCII)))
                        .getBytes(StandardCharsets.US_ASCII);
                digits(plain, 0, plain.length);
                return;
            }
        }
        int last = decimal ? withoutZeros(row, end) : end;
        digits(row, start, last);
    }

    /** Of a number with a decimal point, if any. */
    private void digits(byte[] from, int start, int end) {
        for (int i = start; i < end; i++) {
            put(from[i] == '.' ? decimalSign : from[i]);
        }
    }

    /** The end of a number without the zeros behind its point, nor the point when nothing is left. */
    private static int withoutZeros(byte[] row, int end) {
        int last = end;
        while (row[last - 1] == '0') {
            last--;
        }
        return row[last - 1] == '.' ? last - 1 : last;
    }

    /** ISO 8601 to the millisecond, from PostgreSQL's {@code 2026-07-01 10:00:00.123456+02}. */
    private void moment(byte[] row, int start, int end) {
        int zone = end;
        for (int i = start + 11; i < end; i++) {
            if (row[i] == '+' || row[i] == '-') {
                zone = i;
            }
        }
        int point = start + 19;
        if (zone == end || point > zone || row[start + 10] != ' ') {
            // Before Christ, after the year 9999, or never ending.
            put(row, start, end);
            return;
        }
        put(row, start, start + 10);
        put((byte) 'T');
        put(row, start + 11, point);
        if (point < zone) {
            put(row, point, withoutZeros(row, Math.min(zone, point + 4)));
        }
        offset(row, zone, end);
    }

    private void offset(byte[] row, int start, int end) {
        if (end - start > 3) {
            put(row, start, end);
        } else if (row[start + 1] == '0' && row[start + 2] == '0') {
            put((byte) 'Z');
        } else {
            put(row, start, end);
            put(":00");
        }
    }

    private void put(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            put((byte) ascii.charAt(i));
        }
    }

    private void put(byte[] from, int start, int end) {
        for (int i = start; i < end; i++) {
            put(from[i]);
        }
    }

    private void put(byte letter) {
        if (length == line.length) {
            line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = letter;
    }

    private void write() throws IOException {
        if (length > BUFFER - filled) {
            finish();
        }
        if (length > BUFFER) {
            out.write(line, 0, length);
        } else {
            System.arraycopy(line, 0, buffer, filled, length);
            filled += length;
        }
    }
}
