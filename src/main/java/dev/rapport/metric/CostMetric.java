package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.List;

/**
 * Defines what the cost metrics share: spend / something it was spent for. No data where no spend is on record (its
 * cost is not known, not nothing) and where there is nothing to divide by.
 */
abstract class CostMetric implements ComposedMetric {
    private final Definition definition;
    private final Metric won;

    CostMetric(Definition definition, Metric won) {
        this.definition = definition;
        this.won = won;
    }

    @Override
    public final Definition definition() {
        return definition;
    }

    @Override
    public final List<Operand> operands(Slice slice) {
        return List.of(Operand.of(new Spend()), Operand.of(won));
    }

    @Override
    public final Figure figure(Slice slice, List<Figure> figures) {
        Figure spend = figures.get(0);
        return spend.n() == 0 ? Figure.noData() : Figures.costOf(spend.numerator(), figures.get(1));
    }
}
