package dev.rapport.campaign;

import dev.rapport.cube.build.CampaignAttribution;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.build.RebuildPhase;
import dev.rapport.fact.MeasureSource;
import dev.rapport.metric.Measure;
import dev.rapport.slice.Dimension;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Defines what orders that a campaign brought add to the measures, on the day of the order. The campaign is the one the
 * order names (its first line that names one), else that of the customer's last visit with a campaign before the order,
 * at most {@link CampaignAttribution#DAYS} days before. The channel is that visit's; an order that names a campaign
 * without such a visit keeps its own channel. What is given back of such an order is taken away from its campaign and
 * channel, on the day on which it is given back.
 */
@Singleton
public class AttributionFactSource implements FactSource {
    /** Selects orders that a campaign brought and what was given back of them, below zero; {@code orders} counts the orders. */
    public static final String ATTRIBUTED = """
            select purchase.order_key, purchase.at, purchase.campaign_channel_id as channel_id, purchase.person_id,
                   1 as orders, purchase.amount, purchase.campaign
            from purchase where purchase.campaign is not null
            union all
            select refund.order_key, refund.at, purchase.campaign_channel_id, purchase.person_id, 0, -refund.amount,
                   purchase.campaign
            from refund join purchase on purchase.order_key = refund.order_key and purchase.campaign is not null
            """;

    private static final String ORDERS = """
            select 0 as item, fact.* from span join (%s) as fact on fact.at >= span.from_at and fact.at < span.to_at
            """.formatted(ATTRIBUTED);

    private static final List<MeasureSource> MEASURES =
            List.of(MeasureSource.of(ORDERS, Measure.ATTRIBUTED_ORDERS, "orders")
                    .and(Measure.ATTRIBUTED_REVENUE, "amount * 1000000")
                    .apart(Dimension.CAMPAIGN, "campaign"));

    @Override
    public String family() {
        return "attribution";
    }

    @Override
    public RebuildPhase rebuildPhase() {
        return RebuildPhase.ORIGINS;
    }

    @Override
    public List<MeasureSource> measureSources() {
        return MEASURES;
    }
}
