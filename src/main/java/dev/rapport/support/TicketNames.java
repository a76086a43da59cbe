package dev.rapport.support;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holds what many tickets say of one dimension.
 *
 * @param of which of the names each has
 * @param names the empty text where none is named
 */
record TicketNames(int[] of, List<String> names) {
    private static final int HOURS = 24;
    private static final int DAYS = 7;
    private static final List<String> WEEK = IntStream.range(0, DAYS * HOURS)
            .mapToObj(hour -> "%d-%02d".formatted(1 + hour / HOURS, hour % HOURS))
            .toList();

    /** By weekday and hour of the clocks, as {@link dev.rapport.slice.Dimension#WEEKDAY_HOUR} names them. @param micros of the epoch */
    static TicketNames ofHours(long[] micros, ZoneId zone) {
        return new TicketNames(
                Arrays.stream(micros)
                        .mapToInt(each -> hour(Instant.ofEpochSecond(Math.floorDiv(each, 1_000_000L))
                                .atZone(zone)))
                        .toArray(),
                WEEK);
    }

    private static int hour(ZonedDateTime clock) {
        return (clock.getDayOfWeek().getValue() - 1) * HOURS + clock.getHour();
    }

    /** Which of the names are meant by one that is asked for, in whatever spelling. */
    boolean[] meant(String asked) {
        boolean[] meant = new boolean[names.size()];
        for (int i = 0; i < meant.length; i++) {
            meant[i] = TicketParts.isNamed(asked, names.get(i));
        }
        return meant;
    }

    TicketNames resized(int length) {
        return new TicketNames(Arrays.copyOf(of, length), names);
    }
}
