package dev.rapport.cube.build;

import dev.rapport.cube.build.DayPersonSets.Cut;
import dev.rapport.cube.build.DayPersonSets.Deed;
import dev.rapport.cube.build.RefreshRequest.Place;
import dev.rapport.cube.store.PersonSetFormat;
import dev.rapport.db.SqlBuilder;
import dev.rapport.metric.Measure;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.roaringbitmap.RoaringBitmap;

/**
 * Brings the daily sets of people up to date, writing only those that differ. A month whose days only won people wins
 * them too; where somebody left a day, the month is united again from its days.
 */
final class DailySetRefresh implements DayPersonSets.Taker {
    private final Handle handle;
    private final Set<Place> kept;
    /** People that days of a month have won, by its first day; empty when a day has lost somebody. */
    private final Map<Place, Map<Cut, Optional<RoaringBitmap>>> months = new HashMap<>();

    private final SortedSet<LocalDate> changed = new TreeSet<>();
    private final DailySetUpdates ofDays;
    private final DailySetUpdates ofMonths;

    DailySetRefresh(Handle handle, List<RefreshRequest> all) {
        this.handle = handle;
        this.ofDays = new DailySetUpdates(handle, "day_set");
        this.ofMonths = new DailySetUpdates(handle, "month_set");
        this.kept = RefreshRequest.places(handle, all, Measure::keepsPeople, "day_set");
    }

    @Override
    public void take(Deed deed, LocalDate day, Map<Cut, RoaringBitmap> people) {
        Map<Cut, byte[]> before = kept.remove(new Place(deed, day)) ? stored("day_set", deed, day) : Map.of();
        try (DailySetCopy fresh = new DailySetCopy(handle, "day_set")) {
            for (var cut : people.entrySet()) {
                byte[] members = PersonSetFormat.write(cut.getValue());
                byte[] former = before.get(cut.getKey());
                if (former == null) {
                    fresh.add(deed, day, cut.getKey(), cut.getValue().getCardinality(), members);
                    changed(deed, day, cut.getKey(), new RoaringBitmap(), cut.getValue());
                } else if (!Arrays.equals(former, members)) {
                    ofDays.put(deed, day, cut.getKey(), cut.getValue());
                    changed(
                            deed,
                            day,
                            cut.getKey(),
                            PersonSetFormat.read(former).toRoaringBitmap(),
                            cut.getValue());
                }
            }
            fresh.end();
        }
        for (var cut : before.entrySet()) {
            if (!people.containsKey(cut.getKey())) {
                ofDays.remove(deed, day, cut.getKey());
                changed(
                        deed,
                        day,
                        cut.getKey(),
                        PersonSetFormat.read(cut.getValue()).toRoaringBitmap(),
                        new RoaringBitmap());
            }
        }
    }

    /** After all that there is was taken: removes what there is no more, unites the months. Answers the changed days. */
    SortedSet<LocalDate> end() {
        for (Place gone : Set.copyOf(kept)) {
            take(gone.deed(), gone.day(), Map.of());
        }
        ofDays.send();
        try (DailySetCopy fresh = new DailySetCopy(handle, "month_set")) {
            months.forEach((place, cuts) -> writeMonths(place, cuts, fresh));
            fresh.end();
        }
        ofMonths.send();
        return changed;
    }

    private void writeMonths(Place place, Map<Cut, Optional<RoaringBitmap>> cuts, DailySetCopy fresh) {
        Map<Cut, byte[]> before = stored("month_set", place.deed(), place.day());
        for (var cut : cuts.entrySet()) {
            byte[] former = before.get(cut.getKey());
            RoaringBitmap people = former == null
                    ? new RoaringBitmap()
                    : PersonSetFormat.read(former).toRoaringBitmap();
            RoaringBitmap now = cut.getValue().isPresent()
                    ? RoaringBitmap.or(people, cut.getValue().get())
                    : united(place, cut.getKey());
            writeMonth(place, cut.getKey(), people, now, fresh);
        }
    }

    private void changed(Deed deed, LocalDate day, Cut cut, RoaringBitmap before, RoaringBitmap now) {
        changed.add(day);
        Map<Cut, Optional<RoaringBitmap>> month =
                months.computeIfAbsent(new Place(deed, day.withDayOfMonth(1)), place -> new HashMap<>());
        Optional<RoaringBitmap> won = month.getOrDefault(cut, Optional.of(new RoaringBitmap()));
        if (won.isPresent() && now.contains(before)) {
            won.get().or(now);
        } else {
            won = Optional.empty();
        }
        month.put(cut, won);
    }

    /** An empty set is not kept. */
    private void writeMonth(Place month, Cut cut, RoaringBitmap before, RoaringBitmap now, DailySetCopy fresh) {
        if (before.isEmpty() && !now.isEmpty()) {
            fresh.add(month.deed(), month.day(), cut, now);
        } else if (now.isEmpty()) {
            ofMonths.remove(month.deed(), month.day(), cut);
        } else if (!before.equals(now)) {
            ofMonths.put(month.deed(), month.day(), cut, now);
        }
    }

    private Map<Cut, byte[]> stored(String table, Deed deed, LocalDate day) {
        Map<Cut, byte[]> sets = new TreeMap<>(DailySetCopy.ORDER);
        new SqlBuilder()
                .add(
                        "select channel_id, segment_value_id, members from " + table
                                + " where measure = ? and item = ? and day = ?",
                        deed.measure(),
                        deed.item(),
                        day)
                .read(handle, row -> sets.put(new Cut(row.getInt(1), row.getInt(2)), row.getBytes(3)));
        return sets;
    }

    private RoaringBitmap united(Place month, Cut cut) {
        RoaringBitmap union = new RoaringBitmap();
        new SqlBuilder()
                .add(
                        """
                        select members from day_set
                        where measure = ? and item = ? and channel_id = ? and segment_value_id = ?
                          and day >= ? and day < ?
                        """,
                        month.deed().measure(),
                        month.deed().item(),
                        cut.channel(),
                        cut.segmentValue(),
                        month.day(),
                        month.day().plusMonths(1))
                .read(
                        handle,
                        row -> union.or(PersonSetFormat.read(row.getBytes(1)).toRoaringBitmap()));
        return union;
    }
}
