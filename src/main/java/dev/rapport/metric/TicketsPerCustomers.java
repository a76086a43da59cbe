package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.List;

/**
 * Defines the metric tickets per 100 customers: tickets created in the slice / customers at its end x 100. The
 * customers are those of its segments, whatever the channel: the channel of a ticket is how somebody wrote, that of a
 * customer how he was won, and who was won by a search engine may well call. So the channels' figures add up to the
 * whole.
 *
 * <p>Unit: tickets for each hundred customers. Null behaviour: no data without customers. Example: 50 tickets of 400 customers
 * are 12.5. Source: ten engagement metrics [E10].
 */
final class TicketsPerCustomers implements ComposedMetric {
    private static final Definition DEFINITION = Define.metric(
                    "tickets_per_100_customers",
                    Definition.Topic.SUPPORT,
                    Definition.Unit.RATIO,
                    Definition.Better.DOWN)
            .growing()
            .sources("E10")
            .rows(RowSet.of("ticket").by("created"))
            .done();

    private static final List<Operand> OPERANDS =
            List.of(Operand.of(new TicketVolume()), Operand.ofAnyChannel(new PayingCustomers()));

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Aggregation aggregation() {
        return Aggregation.GROWTH;
    }

    @Override
    public List<Operand> operands(Slice slice) {
        return OPERANDS;
    }

    @Override
    public Figure figure(Slice slice, List<Figure> figures) {
        Figure customers = figures.get(1);
        return Figures.ratio(figures.get(0).numerator(), customers.numerator().movePointLeft(2), customers.n());
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return List.of("customers_of_all_channels");
    }
}
