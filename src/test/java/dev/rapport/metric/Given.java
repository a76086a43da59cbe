package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceContext;
import dev.rapport.slice.SliceReader;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tests' way to ask a metric: what the rollup counted, and with which options. */
final class Given {
    static final SurveyItems ITEMS = new SurveyItems(
            Map.of("purchase", 1, "trial", 4),
            Optional.of("purchase"),
            List.of(
                    survey(1, "nps", "nps", 0, 10, false, 500),
                    survey(2, "csat", "csat", 1, 5, false, 50),
                    survey(3, "effort", "ces", 1, 7, true, 900),
                    survey(4, "effort-shop", "ces", 1, 7, true, 100),
                    survey(5, "ease", "ces", 1, 5, false, 300)));

    private final Map<Input, BigDecimal> values = new HashMap<>();
    private Slice slice = slice("");
    private SurveyItems items = ITEMS;

    static Given counts() {
        return new Given();
    }

    Given sum(Measure measure, long value) {
        return input(Input.sum(measure), value);
    }

    Given sum(Measure measure, int item, long value) {
        return input(new Input.Sum(measure, Optional.of(item)), value);
    }

    Given people(Measure measure, long value) {
        return input(Input.people(measure), value);
    }

    Given people(Measure measure, int item, long value) {
        return input(new Input.People(measure, Optional.of(item)), value);
    }

    Given input(Input input, long value) {
        return input(input, BigDecimal.valueOf(value));
    }

    Given input(Input input, BigDecimal value) {
        values.put(input, value);
        return this;
    }

    Given asked(String query) {
        slice = slice(query);
        return this;
    }

    Given with(SurveyItems other) {
        items = other;
        return this;
    }

    /** The figure; the metric sees only the inputs it has asked for. */
    Figure figure(String key) {
        return of(Catalogue.find(key).orElseThrow());
    }

    /** The same of a metric that need not stand in the catalogue. */
    Figure of(Metric counted) {
        CellMetric metric = (CellMetric) counted;
        Map<Input, BigDecimal> asked = metric.inputs(slice, items).stream()
                .filter(values::containsKey)
                .collect(Collectors.toMap(input -> input, values::get));
        return metric.figure(slice, items, new Inputs(asked));
    }

    static Slice slice(String query) {
        Map<String, List<String>> parameters = Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> List.of(pair[1])));
        SliceContext context = new SliceContext(
                ZoneOffset.UTC,
                DayOfWeek.MONDAY,
                LocalDate.parse("2026-11-21"),
                Set.of("email"),
                Map.of(),
                Set.of("purchase", "trial"),
                ITEMS.surveys().stream().map(SurveyItems.Survey::key).collect(Collectors.toSet()));
        return SliceReader.read(parameters, context);
    }

    private static SurveyItems.Survey survey(
            int id, String key, String kind, int min, int max, boolean lowerIsBetter, long answers) {
        return new SurveyItems.Survey(id, key, kind, min, max, lowerIsBetter, false, answers);
    }
}
