package dev.rapport.export;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How the cells of rows are written: to look at, or to take away. Nothing is an empty cell. */
enum RowCell {
    /** Moments to the minute, in reporting time. */
    SHOWN {
        @Override
        String time(OffsetDateTime at, ZoneId zone) {
            return MINUTES.format(at.atZoneSameInstant(zone));
        }
    },
    /** ISO 8601 with the offset that reporting time has then. */
    TAKEN {
        @Override
        String time(OffsetDateTime at, ZoneId zone) {
            return SECONDS.format(at.atZoneSameInstant(zone).truncatedTo(ChronoUnit.MILLIS));
        }
    };

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    abstract String time(OffsetDateTime at, ZoneId zone);

    String moment(@Nullable OffsetDateTime at, ZoneId zone) {
        return at == null ? "" : time(at, zone);
    }

    String number(@Nullable BigDecimal number) {
        return number == null ? "" : CsvTable.plain(number);
    }

    String flag(boolean value, boolean missing) {
        return missing ? "" : Boolean.toString(value);
    }

    String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
