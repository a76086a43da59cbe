package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.List;
import java.util.Set;

/**
 * Defines what the metrics of active people share: the mean number of people who used the product in a trailing window,
 * over the days of the bucket. What counts as using it the settings say ({@link ProductUse}); while they do not, every visit does.
 */
abstract class ActivePeople implements CellMetric {
    private final Definition definition;
    private final int days;

    ActivePeople(String key, int days) {
        this.definition = Define.metric(key, Definition.Topic.PRODUCT, Definition.Unit.COUNT, Definition.Better.UP)
                .sources("N18", "Q10")
                .rows(RowSet.of("active_day").earlier(days - 1))
                .done();
        this.days = days;
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @Override
    public Aggregation aggregation() {
        return Aggregation.MEAN;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(mean(items), people(items));
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figure.of(inputs.get(mean(items)), inputs.count(people(items)));
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return items.productUse().notes();
    }

    private Input mean(SurveyItems items) {
        return new Input.MeanActive(items.productUse().sessions(), days);
    }

    private static Input people(SurveyItems items) {
        return Input.people(items.productUse().sessions());
    }
}
