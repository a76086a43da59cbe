package dev.rapport.metric;

import dev.rapport.slice.Grain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds people grouped by their first activity ever, and how many of each group were active again in the buckets after.
 *
 * @param grain of the groups and of the buckets
 * @param activity what counts as active: {@code visit} or {@code order}
 * @param rows the groups, oldest first
 */
public record Cohorts(Grain grain, String activity, List<Cohort> rows) {
    /**
     * @param start of the bucket in which these people were active for the first time
     * @param label as a trend writes the bucket
     * @param cells of the bucket k = 0 (everybody), 1, 2 ...
     */
    public record Cohort(LocalDate start, String label, long size, List<Cell> cells) {
        /** Share of the group that was active in bucket k. */
        public Figure figure(int k) {
            return Figures.share(cells.get(k).active(), size);
        }
    }

    /** @param unfinished the bucket is not over, so more may come */
    public record Cell(long active, boolean unfinished) {}

    /**
     * The mean row, each group weighing as many as it has people: for every k the people active again / the people, over
     * the groups whose bucket k is over. No data where there is none.
     */
    public List<Figure> mean() {
        int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<Figure> means = new ArrayList<>();
        for (int k = 0; k < columns; k++) {
            long active = 0;
            long people = 0;
            for (Cohort row : rows) {
                if (k < row.cells().size() && !row.cells().get(k).unfinished()) {
                    active += row.cells().get(k).active();
                    people += row.size();
                }
            }
            means.add(Figures.share(active, people));
        }
        return List.copyOf(means);
    }
}
