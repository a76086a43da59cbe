package dev.rapport.metric;

/**
 * Defines what the first-week metrics share: a share of the customers who signed up in the period and whose first seven
 * days are over.
 */
public abstract class FirstWeekMetric implements FactMetric {
    private final Definition definition;

    FirstWeekMetric(String key, Definition.Better better) {
        definition = Define.metric(key, Definition.Topic.PRODUCT, Definition.Unit.PERCENT, better)
                .sources("N18")
                .rows(RowSet.of("first_week"))
                .done();
    }

    @Override
    public final Definition definition() {
        return definition;
    }

    /**
     * @param engaged with the key event on enough of the seven days
     * @param gone of whom nothing was seen after the first day
     */
    public abstract Figure figure(long customers, long engaged, long gone);
}
