package dev.rapport.query;

import dev.rapport.metric.Input;
import dev.rapport.metric.Inputs;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What was found for each input, by place. */
final class Numbers {
    private final Map<Place, Map<Input, BigDecimal>> values = new HashMap<>();

    void add(Place place, Input input, BigDecimal value) {
        values.computeIfAbsent(place, key -> new HashMap<>()).merge(input, value, BigDecimal::add);
    }

    void add(Place place, Input input, long value) {
        add(place, input, BigDecimal.valueOf(value));
    }

    Set<Place> places() {
        return values.keySet();
    }

    Inputs at(Place place) {
        return new Inputs(values.getOrDefault(place, Map.of()));
    }
}
