package dev.rapport.cube.build;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Holds a range of consecutive reporting days, half-open. */
record DayRange(LocalDate from, LocalDate to) {
    /** The runs that make up the days, in order. */
    static List<DayRange> of(SortedSet<LocalDate> days) {
        List<DayRange> runs = new ArrayList<>();
        for (LocalDate day : days) {
            DayRange last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last.to.equals(day)) {
                runs.set(runs.size() - 1, new DayRange(last.from, day.plusDays(1)));
            } else {
                runs.add(new DayRange(day, day.plusDays(1)));
            }
        }
        return runs;
    }

    /** The first instant of it; a day may begin at one o'clock where clocks go forward at midnight. */
    OffsetDateTime start(ZoneId zone) {
        return from.atStartOfDay(zone).toOffsetDateTime();
    }

    /** The first instant after it. */
    OffsetDateTime end(ZoneId zone) {
        return to.atStartOfDay(zone).toOffsetDateTime();
    }
}
