package dev.rapport.cube.read;

import dev.rapport.metric.Input;
import dev.rapport.metric.Inputs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds what was found for each input, by cell, and the names of the dimension values that were found. */
public final class InputValues {
    private final Map<CellId, Map<Input, BigDecimal>> values = new HashMap<>();
    private final Map<String, Integer> partNumbers = new HashMap<>();
    private final List<String> partNames = new ArrayList<>();

    /** The number of a part in places, from 1. */
    int part(String name) {
        return partNumbers.computeIfAbsent(name, unknown -> {
            partNames.add(name);
            return partNames.size();
        });
    }

    /** Of a place's part; empty for 0. */
    Optional<String> partName(int number) {
        return number == 0 ? Optional.empty() : Optional.of(partNames.get(number - 1));
    }

    int parts() {
        return partNames.size();
    }

    void add(CellId cellId, Input input, BigDecimal value) {
        values.computeIfAbsent(cellId, key -> new HashMap<>()).merge(input, value, BigDecimal::add);
    }

    void add(CellId cellId, Input input, long value) {
        add(cellId, input, BigDecimal.valueOf(value));
    }

    public Set<CellId> places() {
        return values.keySet();
    }

    public Inputs at(CellId cellId) {
        return new Inputs(values.getOrDefault(cellId, Map.of()));
    }
}
