package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.Set;

/**
 * Defines the metric time to value: the median time from the sign-up of new customers to their first key event, over those
 * who signed up in the period. Who has not got there yet counts as still waiting (Kaplan and Meier). Sign-up and key event
 * are those of the first week's settings; where no key event is named, the use of any feature is one.
 *
 * <p>Unit: seconds. Null behaviour: no data without such a customer; no value, but n, while more than half of them wait
 * longer than any other one did. Example: first key event after 1, 2 and 9 days, one waiting for 3: 5.5 days. Source: [Q10].
 */
public final class TimeToValue extends WaitMetric {
    TimeToValue() {
        super(Define.metric("time_to_value", Definition.Topic.PRODUCT, Definition.Unit.DURATION, Definition.Better.DOWN)
                .sources("Q10")
                .rows(RowSet.of("first_value"))
                .done());
    }

    @Override
    public Set<String> facts() {
        return Set.of("behaviour");
    }

    @Override
    public Figure figure(Slice slice, Waits waits) {
        return waits.quantile(0.5);
    }
}
