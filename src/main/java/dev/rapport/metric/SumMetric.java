package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.Set;

/** Answers a metric that is one count the rollup keeps. */
abstract class SumMetric implements CellMetric {
    private final Definition definition;
    private final Input counted;

    SumMetric(Definition definition, Measure measure) {
        this.definition = definition;
        this.counted = Input.sum(measure);
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(counted);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.count(inputs.count(counted));
    }
}
