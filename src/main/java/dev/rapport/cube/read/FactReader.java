package dev.rapport.cube.read;

import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers fact metrics; the package of the facts has a bean of it. */
public interface FactReader {
    boolean reads(Metric metric);

    /**
     * @param view the question's one view of the data
     * @param slice what is asked; its period is not looked at
     * @param period the period to answer for: the slice's own or the one it is compared with
     * @return a figure for each group that has data; for the total always one
     */
    Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping);

    /** The figures before any group is read: of the total there is always one. */
    static Map<DimensionKey, Figure> begun(Grouping grouping) {
        Map<DimensionKey, Figure> figures = new HashMap<>();
        if (grouping.equals(Grouping.TOTAL)) {
            figures.put(DimensionKey.TOTAL, Figure.noData());
        }
        return figures;
    }

    /** Keys of what the reader of the answer must be told beside the metric's own notes ("customers by orders"). */
    default List<String> notes(ReadTransaction readTransaction, Metric metric, Slice slice) {
        return List.of();
    }
}
