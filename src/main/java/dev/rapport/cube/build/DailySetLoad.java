package dev.rapport.cube.build;

import dev.rapport.cube.build.DayPersonSets.Cut;
import dev.rapport.cube.build.DayPersonSets.Deed;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.roaringbitmap.RoaringBitmap;

/**
 * Writes the daily sets of whole months, and the monthly ones, into tables that have none of them yet. Takes the days
 * of an item one after the other.
 */
final class DailySetLoad implements DayPersonSets.Taker, AutoCloseable {
    private final DailySetCopy days;
    private final DailySetCopy months;
    /** Who was there in the month so far. */
    private final Map<Deed, Map<Cut, RoaringBitmap>> unions = new HashMap<>();

    private int item;
    private LocalDate month = LocalDate.EPOCH;

    DailySetLoad(Handle handle) {
        days = new DailySetCopy(handle, "day_set");
        months = new DailySetCopy(handle, "month_set");
    }

    @Override
    public void take(Deed deed, LocalDate day, Map<Cut, RoaringBitmap> people) {
        LocalDate first = day.withDayOfMonth(1);
        if (deed.item() != item || !first.equals(month)) {
            endMonth();
            item = deed.item();
            month = first;
        }
        Map<Cut, RoaringBitmap> union = unions.computeIfAbsent(deed, none -> new TreeMap<>(DailySetCopy.ORDER));
        for (var cut : people.entrySet()) {
            days.add(deed, day, cut.getKey(), cut.getValue());
            union.computeIfAbsent(cut.getKey(), key -> new RoaringBitmap()).or(cut.getValue());
        }
    }

    void end() {
        endMonth();
        days.end();
        months.end();
    }

    @Override
    public void close() {
        days.close();
        months.close();
    }

    private void endMonth() {
        for (var deed : unions.entrySet()) {
            for (var cut : deed.getValue().entrySet()) {
                months.add(deed.getKey(), month, cut.getKey(), cut.getValue());
            }
        }
        unions.clear();
    }
}
