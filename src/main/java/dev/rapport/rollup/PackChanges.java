package dev.rapport.rollup;

import dev.rapport.metric.Measure;
import dev.rapport.rollup.Pack.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Brings packs and totals to what the deeds of asked days add up to, a day at a time. */
final class PackChanges implements Gathering.Taker {
    private final Map<Integer, int[]> segments;
    private final Asked asked;
    private final List<Integer> measures;
    private final Totals totals;
    private final PackWriter cells;
    private final PackWriter marginals;
    private final SortedSet<LocalDate> changed = new TreeSet<>();
    private final Map<Place, Pack> byChannel = new HashMap<>();
    private final Map<Place, Pack> bySegment = new HashMap<>();
    /** Of which nothing has come. */
    private final SortedSet<LocalDate> left;

    private LocalDate current = LocalDate.MIN;

    PackChanges(Connection connection, Asked asked, Map<Integer, int[]> segments) {
        this.segments = segments;
        this.asked = asked;
        this.measures = asked.measures().stream().map(Measure::id).toList();
        this.totals = new Totals(connection);
        this.cells = new PackWriter(connection, Packing.CELL, totals);
        this.marginals = new PackWriter(connection, Packing.MARGINAL, (place, former, now) -> {});
        this.left = new TreeSet<>(asked.days());
    }

    @Override
    public void take(DayDeeds day) throws SQLException {
        if (!day.day().equals(current)) {
            endDay();
            current = day.day();
        }
        Sums sums = day.sums();
        put(day, sums, byChannel);
        put(day, sums.bySegment(segments), bySegment);
    }

    private void put(DayDeeds day, Sums sums, Map<Place, Pack> into) {
        List<Map<Integer, Pack>> packs = sums.packs();
        for (int value = 0; value < packs.size(); value++) {
            int measure = asked.deeds().measure(value, day.measure());
            packs.get(value).forEach((by, pack) -> into.put(new Place(measure, day.item(), day.day(), by), pack));
        }
    }

    /** After all that there is was taken: of the other days there is nothing. Answers the days that have changed. */
    SortedSet<LocalDate> end() throws SQLException {
        endDay();
        for (LocalDate day : left) {
            write(day);
        }
        cells.end();
        marginals.end();
        totals.end();
        return changed;
    }

    private void endDay() throws SQLException {
        if (left.remove(current)) {
            write(current);
        } else if (!byChannel.isEmpty()) {
            throw new IllegalStateException(current + " was not asked for");
        }
    }

    private void write(LocalDate day) throws SQLException {
        if (cells.day(day, measures, byChannel) | marginals.day(day, measures, bySegment)) {
            changed.add(day);
        }
        byChannel.clear();
        bySegment.clear();
    }
}
