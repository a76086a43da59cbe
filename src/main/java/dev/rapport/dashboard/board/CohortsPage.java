package dev.rapport.dashboard.board;

import dev.rapport.dashboard.DashboardMessages;
import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.HeatTable;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.PeriodText;
import dev.rapport.dashboard.Tab;
import dev.rapport.metric.Cohorts;
import dev.rapport.metric.Figure;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Preset;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceContext;
import dev.rapport.slice.SliceOption;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Holds the retention triangle.
 *
 * @param after says whether the columns are weeks or months
 * @param columns how many of them after the first
 * @param mean the row of weighted means; empty cells where nothing is finished
 */
public record CohortsPage(
        String url,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        List<Tab> grains,
        List<Tab> activities,
        String after,
        List<Integer> columns,
        List<Row> rows,
        List<Cell> mean,
        String csvUrl) {

    public record Row(String label, String size, boolean few, List<Cell> cells) {}

    /** @param heat 0 to 10 */
    public record Cell(String value, boolean none, boolean unfinished, int heat, String title) {}

    /** The first bucket is everybody: it would drown the shades of the others. */
    private static final double NO_SHADE = 0;

    /** @param context of the slice whose cohorts these are */
    static CohortsPage of(Cohorts cohorts, PageContext context) {
        Slice slice = context.slice();
        PageLinks links = new PageLinks("/cohorts", slice);
        DashboardMessages words = context.words();
        return new CohortsPage(
                links.url(),
                context.period(),
                FilterBar.of(links, context.choices(), Set.of(), context.periods())
                        .withoutTrend(),
                kept(slice, cohorts),
                List.of(
                        grain(links, Grain.WEEK, words.byWeek(), context),
                        grain(links, Grain.MONTH, words.byMonth(), context)),
                List.of(
                        activity(links, cohorts, "visit", words.visit()),
                        activity(links, cohorts, "order", words.order())),
                slice.grain() == Grain.MONTH ? words.monthsAfter() : words.weeksAfter(),
                columns(cohorts),
                rows(cohorts, context.figures(), context.periods()),
                mean(cohorts, context.figures()),
                links.under("/cohorts.csv"));
    }

    /** Weeks of the last quarter of a year when no period is named: 30 days hold too few cohorts. */
    static Slice ofEnough(Slice asked, SliceContext choices) {
        Slice slice = asked.preset().equals(Optional.of(Preset.DEFAULT.key()))
                ? asked.withPreset(Preset.LAST_90_DAYS, choices)
                : asked;
        return slice.withGrain(grain(slice.grain()));
    }

    /** What the tabs choose, sent along by the filter bar. */
    private static SortedMap<String, String> kept(Slice slice, Cohorts cohorts) {
        return new TreeMap<>(Map.of("grain", slice.grain().key(), SliceOption.ACTIVITY.key(), cohorts.activity()));
    }

    private static Tab grain(PageLinks links, Grain grain, String name, PageContext context) {
        Slice slice = links.slice();
        Slice other = grain == Grain.MONTH && slice.preset().equals(Optional.of(Preset.LAST_90_DAYS.key()))
                ? slice.withPreset(Preset.LAST_12_MONTHS, context.choices().context())
                : slice;
        return new Tab(name, links.with(other.withGrain(grain)).url(), slice.grain() == grain);
    }

    private static Tab activity(PageLinks links, Cohorts cohorts, String key, String name) {
        Slice other = links.slice().withOption(SliceOption.ACTIVITY, Optional.of(key));
        return new Tab(name, links.with(other).url(), cohorts.activity().equals(key));
    }

    static List<Row> rows(Cohorts cohorts, FigureText text, PeriodText periods) {
        double most = most(cohorts);
        return cohorts.rows().stream()
                .filter(cohort -> cohort.size() > 0)
                .map(cohort -> new Row(
                        periods.bucket(cohort.start().atStartOfDay(), cohorts.grain()),
                        text.numbers().count(cohort.size()),
                        cohort.size() < Figure.FEW,
                        IntStream.range(0, cohort.cells().size())
                                .mapToObj(k -> cell(cohort, k, most, text))
                                .toList()))
                .toList();
    }

    private static Cell cell(Cohorts.Cohort cohort, int k, double most, FigureText text) {
        boolean unfinished = cohort.cells().get(k).unfinished();
        String of = text.numbers().count(cohort.cells().get(k).active()) + " / "
                + text.numbers().count(cohort.size());
        String title = unfinished ? of + ", " + text.words().unfinished() : of;
        return cell(cohort.figure(k), unfinished, title, k == 0 ? NO_SHADE : most, text);
    }

    static List<Cell> mean(Cohorts cohorts, FigureText text) {
        double most = most(cohorts);
        List<Cell> cells = new ArrayList<>();
        for (Figure figure : cohorts.mean()) {
            String n = text.words().observations(text.numbers().count(figure.n()));
            cells.add(cell(figure, false, n, cells.isEmpty() ? NO_SHADE : most, text));
        }
        return cells;
    }

    private static Cell cell(Figure figure, boolean unfinished, String title, double most, FigureText text) {
        return figure.value()
                .map(value -> new Cell(
                        text.numbers().percent(value, 1),
                        false,
                        unfinished,
                        HeatTable.shade(value.doubleValue(), 0, most),
                        title))
                .orElseGet(() -> new Cell(text.words().noData(), true, unfinished, 0, title));
    }

    /** The largest share of those who came again, of cohorts that are not too small to tell. */
    private static double most(Cohorts cohorts) {
        return cohorts.rows().stream()
                .filter(cohort -> cohort.size() >= Figure.FEW)
                .flatMap(cohort -> IntStream.range(1, cohort.cells().size()).mapToObj(cohort::figure))
                .flatMap(figure -> figure.value().stream())
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(0);
    }

    /** Cohorts are looked at by weeks or months. */
    static Grain grain(Grain asked) {
        return switch (asked) {
            case MONTH, QUARTER, YEAR -> Grain.MONTH;
            default -> Grain.WEEK;
        };
    }

    /** As many columns as the oldest group has cells. */
    static List<Integer> columns(Cohorts cohorts) {
        int most = cohorts.rows().stream()
                .mapToInt(cohort -> cohort.cells().size())
                .max()
                .orElse(0);
        return IntStream.range(0, most).boxed().toList();
    }
}
