package dev.rapport.dashboard;

import dev.rapport.fact.RowList;
import dev.rapport.query.RowColumn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;

/**
 * Converts the moments of rows from universal time into a zone as Java knows it. PostgreSQL wrote them; this is for the
 * few zones of which the two know different laws. As in COPY, so that who takes the rows need not know.
 */
final class ZonedRows implements RowCopy.Taker {
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .appendOffset("+HH:mm:ss", "+00")
            .toFormatter(Locale.ROOT);

    private static final int UTC = "+00".length();

    private final List<RowColumn> columns;
    private final ZoneId zone;
    private final RowCopy.Taker taker;

    ZonedRows(List<RowColumn> columns, ZoneId zone, RowCopy.Taker taker) {
        this.columns = columns;
        this.zone = zone;
        this.taker = taker;
    }

    @Override
    public void take(byte[] row) throws IOException {
        String[] cells = new String(row, StandardCharsets.UTF_8).split("\t", -1);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() == RowList.Kind.MOMENT) {
                cells[i] = zoned(cells[i]);
            }
        }
        taker.take(String.join("\t", cells).getBytes(StandardCharsets.UTF_8));
    }

    private String zoned(String cell) {
        String end = cell.endsWith("\n") ? "\n" : "";
        String text = cell.strip();
        try {
            return LocalDateTime.parse(text.substring(0, Math.max(0, text.length() - UTC))
                                    .replace(' ', 'T'))
                            .atOffset(ZoneOffset.UTC)
                            .atZoneSameInstant(zone)
                            .format(MOMENT)
                    + end;
        } catch (DateTimeException e) {
            // Nothing, or never ending.
            return cell;
        }
    }
}
