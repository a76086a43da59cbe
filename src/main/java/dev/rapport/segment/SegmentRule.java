package dev.rapport.segment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds how a segment is found by what people do: all of its conditions hold, and those of no segment before it.
 *
 * @param value key of the segment
 */
public record SegmentRule(String value, String name, List<Condition> conditions) {
    public SegmentRule {
        conditions = List.copyOf(conditions);
    }

    /**
     * Holds one condition, in words that stay when what they name is called otherwise.
     *
     * @param what key of a {@link RuleMeasure}; where there are several of it with the one that is meant behind a colon:
     *     {@code feature:export}, {@code segment:plan:pro}
     * @param is key of a {@link RuleOperator}
     * @param days of the last so many days alone; null: of all time
     */
    public record Condition(
            String what,
            String is,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable Integer days) {
        RuleMeasure measure() {
            return RuleMeasure.find(what.split(":", 2)[0]).orElseThrow();
        }

        RuleOperator operator() {
            return RuleOperator.find(is).orElseThrow();
        }

        /** Which one of several is meant; empty where there is one alone. */
        String item() {
            int colon = what.indexOf(':');
            return colon < 0 ? "" : what.substring(colon + 1);
        }
    }
}
