package dev.rapport.metric;

import java.math.BigDecimal;
import java.util.Map;

/** Holds the values of a formula's inputs for one cell of the answer; what had nothing to count is 0. */
public record Inputs(Map<Input, BigDecimal> values) {
    public BigDecimal get(Input input) {
        return values.getOrDefault(input, BigDecimal.ZERO);
    }

    public long count(Input input) {
        return get(input).longValueExact();
    }

    public BigDecimal sum(Measure measure) {
        return get(Input.sum(measure));
    }

    public long people(Measure measure) {
        return count(Input.people(measure));
    }
}
