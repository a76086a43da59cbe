package dev.rapport.rollup;

import static dev.rapport.rollup.Statements.execute;

import dev.rapport.metric.Measure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Recomputes days of one family whole, within a transaction that somebody else opens and ends. */
final class DayRefresh {
    private final Connection connection;
    private final ZoneId zone;

    DayRefresh(Connection connection, ZoneId zone) {
        this.connection = connection;
        this.zone = zone;
    }

    /**
     * @param dirty days whose facts changed
     * @param later other days that are dirty as well and will be computed afterwards
     */
    void refresh(Contribution contribution, SortedSet<LocalDate> dirty, Set<LocalDate> later) throws SQLException {
        execute(connection, """
                create temp table if not exists rollup_touched (person_id int not null) on commit delete rows;
                truncate rollup_touched
                """);
        SortedSet<LocalDate> days = new TreeSet<>(contribution.settle(connection, dirty));
        days.removeAll(later);
        switch (contribution.family()) {
            case "behaviour" -> {
                Sessions sessions = new Sessions(connection, zone);
                days.addAll(sessions.reach(dirty));
                days.removeAll(later);
                SortedSet<LocalDate> after = Sessions.after(days);
                after.removeAll(later);
                sessions.build(days);
                days.addAll(sessions.buildChanged(after));
                days.addAll(Firsts.SESSION.build(connection));
            }
            case "revenue" -> {
                days.addAll(new Purchases(connection, zone).build(days));
                days.addAll(Firsts.ORDER.build(connection));
            }
            default -> {}
        }
        days.removeAll(later);
        write(contribution, days);
    }

    private void write(Contribution contribution, SortedSet<LocalDate> days) throws SQLException {
        Cells cells = new Cells(connection, zone);
        Sets sets = new Sets(connection);
        Object[] all = measures(contribution.family(), measure -> true);
        Object[] keeping = measures(contribution.family(), Measure::keepsPeople);
        Collection<LocalDate> months =
                days.stream().map(day -> day.withDayOfMonth(1)).distinct().toList();
        cells.gather(contribution, DayRun.of(days));
        cells.write(days, all);
        cells.writeMonths(months, all);
        if (keeping.length > 0) {
            sets.write(days, keeping);
            sets.writeMonths(months, keeping);
        }
    }

    static Object[] measures(String family, Predicate<Measure> which) {
        return Stream.of(Measure.values())
                .filter(measure -> measure.family().equals(family))
                .filter(which)
                .map(Measure::id)
                .toArray();
    }
}
