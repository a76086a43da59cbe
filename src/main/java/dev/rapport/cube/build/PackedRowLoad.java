package dev.rapport.cube.build;

import dev.rapport.cube.store.PackedRow;
import dev.rapport.cube.store.PackedTable;
import dev.rapport.db.BinaryCopy;
import dev.rapport.fact.MeasureSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Writes packed rows and totals of whole months, and of their days, into tables that have none of them yet. Takes the
 * days of an item one after the other.
 */
final class PackedRowLoad implements MeasureScan.Taker, AutoCloseable {
    private final MeasureSource measureSource;
    private final Map<Integer, int[]> segments;
    private final Tables days;
    private final Tables months;
    private final CellSums ofMonth;
    private int measure;
    private int item;
    private LocalDate month = LocalDate.EPOCH;

    PackedRowLoad(Handle handle, MeasureSource measureSource, Map<Integer, int[]> segments) {
        this.measureSource = measureSource;
        this.segments = segments;
        this.days = new Tables(handle, "");
        this.months = new Tables(handle, "_month");
        this.ofMonth = new CellSums(measureSource.values().size());
    }

    @Override
    public void take(DayMeasures day) {
        LocalDate first = day.day().withDayOfMonth(1);
        if (!first.equals(month) || day.item() != item || day.measure() != measure) {
            endMonth();
            month = first;
            item = day.item();
            measure = day.measure();
        }
        CellSums sums = day.sums();
        days.add(day.day(), sums);
        ofMonth.add(sums);
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
        months.add(month, ofMonth);
        ofMonth.clear();
    }

    /** The three tables, of days or of months. */
    private final class Tables {
        private final BinaryCopy totals;
        private final BinaryCopy cells;
        private final BinaryCopy marginals;

        Tables(Handle handle, String suffix) {
            totals = BinaryCopy.gathered(handle, "cell_total" + suffix, "measure, item, day, channel_id, value");
            cells = BinaryCopy.gathered(handle, PackedTable.CELL.table + suffix, PackedTable.CELL.columns());
            marginals =
                    BinaryCopy.gathered(handle, PackedTable.MARGINAL.table + suffix, PackedTable.MARGINAL.columns());
        }

        void add(LocalDate day, CellSums sums) {
            List<Map<Integer, PackedRow>> byChannel = sums.packs();
            List<Map<Integer, PackedRow>> bySegment = sums.bySegment(segments).packs();
            for (int value = 0; value < byChannel.size(); value++) {
                int of = measureSource.measure(value, measure);
                for (var pack : byChannel.get(value).entrySet()) {
                    begin(cells, of, day)
                            .smallint(pack.getKey())
                            .integers(pack.getValue().keys())
                            .bigints(pack.getValue().amounts());
                    total(of, day, pack.getKey(), pack.getValue().sum());
                }
                for (var pack : bySegment.get(value).entrySet()) {
                    begin(marginals, of, day)
                            .integer(pack.getKey())
                            .smallints(pack.getValue().keys())
                            .bigints(pack.getValue().amounts());
                }
            }
        }

        /** A sum of zero is not kept. */
        private void total(int of, LocalDate day, int channel, long sum) {
            if (sum != 0) {
                begin(totals, of, day).smallint(channel).bigint(sum);
            }
        }

        private BinaryCopy begin(BinaryCopy rows, int of, LocalDate day) {
            return rows.row().smallint(of).integer(item).date(day);
        }

        void end() {
            totals.end();
            cells.end();
            marginals.end();
        }

        void close() {
            totals.close();
            cells.close();
            marginals.close();
        }
    }
}
