package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.util.Set;

/**
 * Defines the metric acquired customers: first-time customers of the period whom a campaign brought. Their last visit
 * with a campaign lies at most 30 days before; they count on the channel of that visit.
 *
 * <p>Unit: people. Null behaviour: nobody is 0. Source: METRICS.
 */
public final class AcquiredCustomers implements FactMetric {
    private static final Definition DEFINITION = Define.metric(
                    "acquired_customers", Definition.Topic.CAMPAIGNS, Definition.Unit.COUNT, Definition.Better.UP)
            .growing()
            .parts(Dimension.CAMPAIGN)
            .sources("V8")
            .rows(RowSet.of("acquired_customer"))
            .done();

    AcquiredCustomers() {}

    @Override
    public Set<String> facts() {
        return Set.of(CUSTOMERS);
    }

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Aggregation aggregation() {
        return Aggregation.SUM;
    }

    @Override
    public Figure nothing(Slice slice) {
        return figure(0);
    }

    public Figure figure(long people) {
        return Figures.count(people);
    }
}
