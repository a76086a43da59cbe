package dev.rapport.ingest.mapping;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Writes and parses moments as texts like {@code 2026-03-13T10:21:14.123Z}, exactly as {@link Instant#toString} does.
 * It is for the years that rows may have, and a few times as fast.
 */
public final class IsoMoment {
    private static final int DAY = 86_400;
    private static final int FIRST_FRACTION = 20;

    private IsoMoment() {}

    static String text(Instant moment) {
        long day = Math.floorDiv(moment.getEpochSecond(), DAY);
        int second = (int) Math.floorMod(moment.getEpochSecond(), (long) DAY);
        LocalDate date = LocalDate.ofEpochDay(day);
        if (date.getYear() < 0 || date.getYear() > 9999) {
            return moment.toString();
        }
        byte[] text = "0000-00-00T00:00:00.000000000Z".getBytes(StandardCharsets.ISO_8859_1);
        put(text, 4, date.getYear());
        put(text, 7, date.getMonthValue());
        put(text, 10, date.getDayOfMonth());
        put(text, 13, second / 3600);
        put(text, 16, second / 60 % 60);
        put(text, 19, second % 60);
        put(text, 29, moment.getNano());
        int end = end(moment.getNano());
        text[end] = 'Z';
        return new String(text, 0, end + 1, StandardCharsets.ISO_8859_1);
    }

    /** Fractions are written by threes, as many as there are. */
    private static int end(int nano) {
        if (nano == 0) {
            return FIRST_FRACTION - 1;
        }
        return FIRST_FRACTION + (nano % 1_000_000 == 0 ? 3 : nano % 1_000 == 0 ? 6 : 9);
    }

    /** Writes a number so that it ends there, over the zeros that stand there. */
    private static void put(byte[] text, int end, int number) {
        int rest = number;
        for (int i = end - 1; rest > 0; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** Microseconds since 1970, rounded as PostgreSQL rounds the text. */
    public static long micros(String text) {
        long day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
                .toEpochDay();
        long second = day * DAY + digits(text, 11, 13) * 3600 + digits(text, 14, 16) * 60 + digits(text, 17, 19);
        int end = text.length() - 1;
        if (end < FIRST_FRACTION) {
            return second * 1_000_000;
        }
        int fraction = digits(text, FIRST_FRACTION, end);
        long micros = switch (end - FIRST_FRACTION) {
            case 3 -> fraction * 1_000L;
            case 6 -> fraction;
            default -> (long) Math.rint(fraction / 1e9 * 1_000_000);
        };
        return second * 1_000_000 + micros;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
