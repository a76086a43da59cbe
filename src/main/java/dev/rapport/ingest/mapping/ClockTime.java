package dev.rapport.ingest.mapping;

import dev.rapport.ingest.mapping.DateTokens.TokenKind;
import java.time.DateTimeException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Reads the time of day in a written date: with seconds, a fraction and the halves of the day, where they are given. */
final class ClockTime {
    private final DateTokens in;

    private ClockTime(DateTokens in) {
        this.in = in;
    }

    static @Nullable LocalTime read(DateTokens in) {
        return new ClockTime(in).time();
    }

    /** Hours and minutes, seconds and their fraction if there are; hours alone only with AM or PM. */
    private @Nullable LocalTime time() {
        while (in.isMore() && in.token().is(',')) {
            in.take();
        }
        String half = half();
        int hour = clockNumber(1, 2);
        if (hour < 0) {
            return null;
        }
        int minute = 0;
        int second = 0;
        int nanos = 0;
        boolean minutes = in.skipOne(":.hH") && (minute = clockNumber(2, 2)) >= 0;
        if (minutes && in.isAhead(":.") && (second = clockNumber(2, 2)) >= 0 && in.isAhead(".,:")) {
            nanos = fraction();
        }
        while (in.isMore()
                && (in.token().text().equalsIgnoreCase("uhr")
                        || in.token().text().equals("h"))) {
            in.take();
        }
        half = half == null ? half() : half;
        if (!minutes && half == null || second < 0 || minute < 0) {
            return null;
        }
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("hour");
            }
            hour = hour % 12 + (DateWords.isAfternoon(half) ? 12 : 0);
        }
        // an end-of-day 24:00 and leap seconds are refused like any other hour or second that is none
        return LocalTime.of(hour, minute, second, nanos);
    }

    private int clockNumber(int least, int most) {
        if (!in.isMore() || in.token().kind() != TokenKind.NUMBER) {
            return -1;
        }
        String digits = in.token().text();
        if (digits.length() < least || digits.length() > most) {
            return -1;
        }
        in.take();
        return Integer.parseInt(digits);
    }

    private int fraction() {
        String digits = in.take().text();
        if (digits.length() > 9) {
            throw new DateTimeException("fraction");
        }
        return Integer.parseInt((digits + "00000000").substring(0, 9));
    }

    /** AM or PM in one word or two, with dots and blanks as they like. */
    private @Nullable String half() {
        int from = in.at();
        StringBuilder joined = new StringBuilder();
        StringBuilder apart = new StringBuilder();
        for (int words = 0; words < 2 && in.isMore() && in.token().kind() == TokenKind.WORD; words++) {
            joined.append(in.token().text());
            apart.append(apart.isEmpty() ? "" : " ").append(in.token().text());
            in.take();
            boolean dotted = in.skipOne(".");
            if (DateWords.isHalf(joined.toString()) || DateWords.isHalf(apart.toString())) {
                return DateWords.isHalf(joined.toString()) ? joined.toString() : apart.toString();
            }
            if (!dotted && joined.length() < 2) {
                break;
            }
        }
        in.goTo(from);
        return null;
    }
}
