package dev.rapport.metric;

import dev.rapport.slice.Dimension;

/**
 * Defines the metric shares: how often posts were shared, by the moment the post appeared.
 *
 * <p>Unit: shares. Null behaviour: none is 0. A post has no person. Source: [N18], [Q10].
 */
final class Shares extends SumMetric {
    Shares() {
        super(
                Define.metric("shares", Definition.Topic.SOCIAL, Definition.Unit.COUNT, Definition.Better.UP)
                        .additive()
                        .parts(Dimension.NETWORK)
                        .sources("N18", "Q10")
                        .rows(RowSet.of("post"))
                        .done(),
                Measure.SHARES);
    }

    @Override
    public boolean knowsPeople() {
        return false;
    }
}
