package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.Set;

/** Answers a metric of money that the rollup keeps in millionths, with how many orders or figures it rests on. */
abstract class MoneyMetric implements CellMetric {
    private final Definition definition;
    private final Input money;
    private final Input restsOn;

    MoneyMetric(Definition definition, Input money, Input restsOn) {
        this.definition = definition;
        this.money = money;
        this.restsOn = restsOn;
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(money, restsOn);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figure.of(Figures.money(inputs.get(money)), inputs.count(restsOn));
    }
}
