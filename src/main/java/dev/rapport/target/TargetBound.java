package dev.rapport.target;

import dev.rapport.metric.Definition;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names the side of the target on which a figure meets it; the target itself does. */
public enum TargetBound {
    AT_LEAST,
    AT_MOST;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TargetBound> of(String key) {
        return Stream.of(values()).filter(bound -> bound.key().equals(key)).findFirst();
    }

    /** The side that is good; empty where neither is. */
    static Optional<TargetBound> of(Definition.Better better) {
        return switch (better) {
            case UP -> Optional.of(AT_LEAST);
            case DOWN -> Optional.of(AT_MOST);
            case NEITHER -> Optional.empty();
        };
    }

    public boolean holds(BigDecimal value, BigDecimal target) {
        return this == AT_LEAST ? value.compareTo(target) >= 0 : value.compareTo(target) <= 0;
    }
}
