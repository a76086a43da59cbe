package dev.rapport.demo.data;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Holds rows of one table in the text format of PostgreSQL's COPY, gathered until they are taken. */
final class CopyBuffer {
    private static final String NULL = "\\N";

    private final String table;
    private final String columns;
    private final StringBuilder text = new StringBuilder();
    private boolean startOfRow = true;
    private long rows;

    CopyBuffer(String table, String columns) {
        this.table = table;
        this.columns = columns;
    }

    String command() {
        return "copy " + table + " (" + columns + ") from stdin";
    }

    long rows() {
        return rows;
    }

    int size() {
        return text.length();
    }

    /** What was gathered since the last time. */
    byte[] take() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }

    private StringBuilder field() {
        if (!startOfRow) {
            text.append('\t');
        }
        startOfRow = false;
        return text;
    }

    CopyBuffer add(long number) {
        field().append(number);
        return this;
    }

    /** With two decimals, as prices have. */
    CopyBuffer cents(long cents) {
        field().append(cents / 100)
                .append('.')
                .append((char) ('0' + cents / 10 % 10))
                .append((char) ('0' + cents % 10));
        return this;
    }

    CopyBuffer flag(boolean value) {
        field().append(value ? 't' : 'f');
        return this;
    }

    CopyBuffer none() {
        field().append(NULL);
        return this;
    }

    CopyBuffer add(@Nullable String value) {
        if (value == null) {
            return none();
        }
        field();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
        return this;
    }

    CopyBuffer add(LocalDate day) {
        field();
        date(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return this;
    }

    /** A moment, in milliseconds since 1970. */
    CopyBuffer at(long millis) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000L), 0, ZoneOffset.UTC);
        field();
        date(utc.getYear(), utc.getMonthValue(), utc.getDayOfMonth());
        text.append(' ');
        two(utc.getHour()).append(':');
        two(utc.getMinute()).append(':');
        two(utc.getSecond()).append("+00");
        return this;
    }

    private void date(int year, int month, int day) {
        text.append(year).append('-');
        two(month).append('-');
        two(day);
    }

    private StringBuilder two(int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    void end() {
        text.append('\n');
        startOfRow = true;
        rows++;
    }
}
