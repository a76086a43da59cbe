package dev.rapport.cube.build;

import dev.rapport.cube.store.PackedRow;
import dev.rapport.cube.store.PackedRow.Place;
import dev.rapport.cube.store.PackedRowWriter;
import dev.rapport.cube.store.PackedTable;
import dev.rapport.metric.Measure;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Brings packed rows and totals of asked days to what the facts add up to, a day at a time. */
final class PackedRowRefresh implements MeasureScan.Taker {
    private final Map<Integer, int[]> segments;
    private final RefreshRequest refreshRequest;
    private final List<Integer> measures;
    private final CellTotals totals;
    private final PackedRowWriter cells;
    private final PackedRowWriter marginals;
    private final SortedSet<LocalDate> changed = new TreeSet<>();
    private final Map<Place, PackedRow> byChannel = new HashMap<>();
    private final Map<Place, PackedRow> bySegment = new HashMap<>();
    /** Of which nothing has come. */
    private final SortedSet<LocalDate> left;

    private LocalDate current = LocalDate.MIN;

    PackedRowRefresh(Handle handle, RefreshRequest refreshRequest, Map<Integer, int[]> segments) {
        this.segments = segments;
        this.refreshRequest = refreshRequest;
        this.measures = refreshRequest.measures().stream().map(Measure::id).toList();
        this.totals = new CellTotals(handle);
        this.cells = new PackedRowWriter(handle, PackedTable.CELL, totals);
        this.marginals = new PackedRowWriter(handle, PackedTable.MARGINAL, (place, former, now) -> {});
        this.left = new TreeSet<>(refreshRequest.days());
    }

    @Override
    public void take(DayMeasures day) {
        if (!day.day().equals(current)) {
            endDay();
            current = day.day();
        }
        CellSums sums = day.sums();
        put(day, sums, byChannel);
        put(day, sums.bySegment(segments), bySegment);
    }

    private void put(DayMeasures day, CellSums sums, Map<Place, PackedRow> into) {
        List<Map<Integer, PackedRow>> packs = sums.packs();
        for (int value = 0; value < packs.size(); value++) {
            int measure = refreshRequest.source().measure(value, day.measure());
            packs.get(value)
                    .forEach((by, packedRow) -> into.put(new Place(measure, day.item(), day.day(), by), packedRow));
        }
    }

    /** After all that there is was taken: of the other days there is nothing. Answers the days that have changed. */
    SortedSet<LocalDate> end() {
        endDay();
        for (LocalDate day : left) {
            write(day);
        }
        cells.end();
        marginals.end();
        totals.end();
        return changed;
    }

    private void endDay() {
        if (left.remove(current)) {
            write(current);
        } else if (!byChannel.isEmpty()) {
            throw new IllegalStateException(current + " was not asked for");
        }
    }

    private void write(LocalDate day) {
        if (cells.day(day, measures, byChannel) | marginals.day(day, measures, bySegment)) {
            changed.add(day);
        }
        byChannel.clear();
        bySegment.clear();
    }
}
