package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Defines the metric customer lifetime value, historic: average order value x orders per year x years of customer life.
 *
 * <p>Of the people who were customers at some time in the period, over their whole life up to its end (or now): with M the
 * money they paid, O their orders, Y the years in which they were customers and C how many they are,
 * {@code (M / O) x (O / Y) x (Y / C) = M / C}. Each factor is a quotient of sums over the same people, so the product is
 * exact, and no average is averaged. With the option {@code net=support} what their tickets cost is taken off M.
 *
 * <ul>
 *   <li>Life: the time in which somebody was a customer by the rule of the settings: while a subscription ran, each day once
 *       however many ran; or from an order to the end of the churn window after it. Who is still a customer has lived so far:
 *       a historic value does not guess what is to come, and grows.
 *   <li>Orders: all that were not cancelled; a running subscription counts as an order of its monthly amount for each month
 *       (a twelfth of 365.25 days) that it ran, in proportion.
 *   <li>Channel: where they first became a customer. Segment: held on the period's last day.
 * </ul>
 *
 * <p>Unit: money a customer. Null behaviour: no data without customers. Examples: 20 x 12 x 3 = 720 (Nextiva [N18]); 100 x 12 x
 * 1 = 1,200 (VWO [V8]). Source: [E10], [N18], [X5], [V8], [Q10].
 */
public final class CustomerLifetimeValue extends WorthMetric {
    CustomerLifetimeValue() {
        super(Define.metric("clv", Definition.Topic.CUSTOMERS, Definition.Unit.MONEY, Definition.Better.UP)
                .options(SliceOption.NET)
                .sources("E10", "N18", "X5", "V8", "Q10")
                .rows(RowSet.of("customer_worth"))
                .done());
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        List<String> notes = new ArrayList<>(List.of("clv_is_historic", "clv_channel_is_the_first"));
        if (slice.option(SliceOption.NET).isPresent()) {
            notes.add("clv_net_of_support");
        }
        return notes;
    }

    @Override
    public Figure figure(Slice slice, CustomerWorth worth) {
        BigDecimal money =
                slice.option(SliceOption.NET).isPresent() ? worth.money().subtract(worth.supportCost()) : worth.money();
        return Figures.ratio(money, BigDecimal.valueOf(worth.customers()), worth.customers());
    }
}
