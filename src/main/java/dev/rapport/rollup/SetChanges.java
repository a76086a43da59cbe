package dev.rapport.rollup;

import static dev.rapport.rollup.Statements.dates;
import static dev.rapport.rollup.Statements.prepare;
import static dev.rapport.rollup.Statements.update;

import dev.rapport.rollup.DayPeople.Cut;
import dev.rapport.rollup.DayPeople.Deed;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.roaringbitmap.RoaringBitmap;

/**
 * Brings the sets of days to who is in them now, writing only those that differ. A month whose days only won people wins
 * them too; where somebody left a day, the month is united again from its days.
 */
final class SetChanges implements DayPeople.Taker {
    private static final String ONE =
            " where measure = ? and item = ? and channel_id = ? and segment_value_id = ? and day = ?";

    private record Place(Deed deed, LocalDate day) {}

    /** People that days of a month have won; empty when a day has lost somebody. */
    private record Month(Deed deed, LocalDate month, Cut cut) {}

    private final Connection connection;
    private final Set<Place> kept = new HashSet<>();
    private final Map<Month, Optional<RoaringBitmap>> months = new HashMap<>();
    private final SortedSet<LocalDate> changed = new TreeSet<>();

    SetChanges(Connection connection, Collection<LocalDate> days, Object[] measures) throws SQLException {
        this.connection = connection;
        try (PreparedStatement statement = connection.prepareStatement(
                "select distinct measure, item, day from day_set where day = any(?) and measure = any(?)")) {
            statement.setArray(1, dates(connection, days));
            statement.setArray(2, connection.createArrayOf("smallint", measures));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    kept.add(new Place(new Deed(row.getInt(1), row.getInt(2)), row.getObject(3, LocalDate.class)));
                }
            }
        }
    }

    @Override
    public void take(Deed deed, LocalDate day, Map<Cut, RoaringBitmap> people) throws SQLException, IOException {
        Map<Cut, byte[]> before = kept.remove(new Place(deed, day)) ? stored(deed, day) : Map.of();
        SetCopy fresh = new SetCopy(connection, "day_set");
        for (var cut : people.entrySet()) {
            byte[] members = PeopleSet.write(cut.getValue());
            byte[] former = before.get(cut.getKey());
            if (former == null) {
                fresh.add(deed, day, cut.getKey(), cut.getValue().getCardinality(), members);
                changed(deed, day, cut.getKey(), new RoaringBitmap(), cut.getValue());
            } else if (!Arrays.equals(former, members)) {
                put("day_set", deed, day, cut.getKey(), cut.getValue().getCardinality(), members);
                changed(deed, day, cut.getKey(), PeopleSet.read(former).toRoaringBitmap(), cut.getValue());
            }
        }
        fresh.send();
        for (var cut : before.entrySet()) {
            if (!people.containsKey(cut.getKey())) {
                remove("day_set", deed, day, cut.getKey());
                changed(deed, day, cut.getKey(), PeopleSet.read(cut.getValue()).toRoaringBitmap(), new RoaringBitmap());
            }
        }
    }

    /** After all that there is was taken: removes what there is no more, unites the months. Answers the changed days. */
    SortedSet<LocalDate> end() throws SQLException, IOException {
        for (Place gone : Set.copyOf(kept)) {
            take(gone.deed, gone.day, Map.of());
        }
        SetCopy fresh = new SetCopy(connection, "month_set");
        for (var month : months.entrySet()) {
            writeMonth(month.getKey(), month.getValue(), fresh);
        }
        fresh.send();
        return changed;
    }

    private void changed(Deed deed, LocalDate day, Cut cut, RoaringBitmap before, RoaringBitmap now) {
        changed.add(day);
        Month month = new Month(deed, day.withDayOfMonth(1), cut);
        Optional<RoaringBitmap> won = months.getOrDefault(month, Optional.of(new RoaringBitmap()));
        if (won.isPresent() && now.contains(before)) {
            won.get().or(now);
        } else {
            won = Optional.empty();
        }
        months.put(month, won);
    }

    private void writeMonth(Month month, Optional<RoaringBitmap> won, SetCopy fresh) throws SQLException, IOException {
        Optional<RoaringBitmap> before = stored(month);
        RoaringBitmap now;
        if (won.isPresent()) {
            now = RoaringBitmap.or(before.orElseGet(RoaringBitmap::new), won.get());
        } else {
            now = united(month);
        }
        if (before.isEmpty() && !now.isEmpty()) {
            fresh.add(month.deed, month.month, month.cut, now);
        } else if (now.isEmpty()) {
            remove("month_set", month.deed, month.month, month.cut);
        } else if (!before.equals(Optional.of(now))) {
            put("month_set", month.deed, month.month, month.cut, now.getCardinality(), PeopleSet.write(now));
        }
    }

    private Map<Cut, byte[]> stored(Deed deed, LocalDate day) throws SQLException {
        Map<Cut, byte[]> sets = new TreeMap<>(SetCopy.ORDER);
        try (PreparedStatement statement = prepare(
                        connection,
                        "select channel_id, segment_value_id, members from day_set where measure = ? and item = ? and day = ?",
                        deed.measure(),
                        deed.item(),
                        day);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                sets.put(new Cut(row.getInt(1), row.getInt(2)), row.getBytes(3));
            }
        }
        return sets;
    }

    private Optional<RoaringBitmap> stored(Month month) throws SQLException {
        try (PreparedStatement statement = prepare(
                        connection,
                        "select members from month_set" + ONE,
                        month.deed.measure(),
                        month.deed.item(),
                        month.cut.channel(),
                        month.cut.segmentValue(),
                        month.month);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(PeopleSet.read(row.getBytes(1)).toRoaringBitmap()) : Optional.empty();
        }
    }

    private RoaringBitmap united(Month month) throws SQLException {
        RoaringBitmap union = new RoaringBitmap();
        try (PreparedStatement statement = prepare(
                        connection,
                        """
                        select members from day_set
                        where measure = ? and item = ? and channel_id = ? and segment_value_id = ?
                          and day >= ? and day < ?
                        """,
                        month.deed.measure(),
                        month.deed.item(),
                        month.cut.channel(),
                        month.cut.segmentValue(),
                        month.month,
                        month.month.plusMonths(1));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                union.or(PeopleSet.read(row.getBytes(1)).toRoaringBitmap());
            }
        }
        return union;
    }

    private void put(String table, Deed deed, LocalDate day, Cut cut, int cardinality, byte[] members)
            throws SQLException {
        update(
                connection,
                "update " + table + " set cardinality = ?, members = ?" + ONE,
                cardinality,
                members,
                deed.measure(),
                deed.item(),
                cut.channel(),
                cut.segmentValue(),
                day);
    }

    private void remove(String table, Deed deed, LocalDate day, Cut cut) throws SQLException {
        update(
                connection,
                "delete from " + table + ONE,
                deed.measure(),
                deed.item(),
                cut.channel(),
                cut.segmentValue(),
                day);
    }
}
