package dev.rapport.metric;

import dev.rapport.slice.Dimension;

/**
 * Defines the metric attributed revenue: revenue of the orders that a campaign brought. The campaign is the one the
 * order names, else that of the customer's last visit with a campaign, at most 30 days before the order; revenue counts
 * on the day of the order and the channel of the visit.
 *
 * <p>Unit: money in the reporting currency. Null behaviour: no such order is 0. n is their number. Source: METRICS.
 */
final class AttributedRevenue extends MoneyMetric {
    static final Input MONEY = Input.sum(Measure.ATTRIBUTED_REVENUE);
    static final Input ORDERS = Input.sum(Measure.ATTRIBUTED_ORDERS);

    AttributedRevenue() {
        super(
                Define.metric(
                                "attributed_revenue",
                                Definition.Topic.CAMPAIGNS,
                                Definition.Unit.MONEY,
                                Definition.Better.UP)
                        .additive()
                        .parts(Dimension.CAMPAIGN)
                        .sources("V8")
                        .rows(RowSet.of("attributed_order"))
                        .done(),
                MONEY,
                ORDERS);
    }
}
