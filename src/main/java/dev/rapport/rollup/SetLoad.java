package dev.rapport.rollup;

import dev.rapport.rollup.DayPeople.Cut;
import dev.rapport.rollup.DayPeople.Deed;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/** Writes the sets of whole months, and of their days, into tables that have none of them yet. */
final class SetLoad implements DayPeople.Taker {
    private final SetCopy days;
    private final SetCopy months;
    private final Map<Cut, RoaringBitmap> union = new TreeMap<>(SetCopy.ORDER);
    private Deed deed = new Deed(0, 0);
    private LocalDate month = LocalDate.EPOCH;

    SetLoad(Connection connection) throws IOException {
        days = new SetCopy(connection, "day_set");
        months = new SetCopy(connection, "month_set");
    }

    @Override
    public void take(Deed ofDay, LocalDate day, Map<Cut, RoaringBitmap> people) throws SQLException, IOException {
        LocalDate ofMonth = day.withDayOfMonth(1);
        if (!ofDay.equals(deed) || !ofMonth.equals(month)) {
            endMonth();
            deed = ofDay;
            month = ofMonth;
        }
        for (var cut : people.entrySet()) {
            days.add(deed, day, cut.getKey(), cut.getValue());
            union.computeIfAbsent(cut.getKey(), key -> new RoaringBitmap()).or(cut.getValue());
        }
    }

    void end() throws SQLException, IOException {
        endMonth();
        days.send();
        months.send();
    }

    private void endMonth() throws SQLException, IOException {
        for (var cut : union.entrySet()) {
            months.add(deed, month, cut.getKey(), cut.getValue());
        }
        union.clear();
    }
}
