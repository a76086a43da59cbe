package dev.rapport.ingest.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Holds the names of a table's columns, each once: a second {@code category} is {@code category (2)}. */
public final class TableHeader {
    /** More columns than any table that a person maps. */
    public static final int MAX_COLUMNS = 2_000;

    private static final int LONGEST = 200;

    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();

    private TableHeader(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            positions.put(names.get(i), i);
        }
    }

    public static TableHeader of(List<String> cells) {
        refuseTooMany(cells.size());
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i).strip();
            name = name.isEmpty() ? "column " + (i + 1) : name.substring(0, Math.min(LONGEST, name.length()));
            String unique = name;
            for (int n = 2; !taken.add(unique); n++) {
                unique = name + " (" + n + ")";
            }
            names.add(unique);
        }
        return new TableHeader(names);
    }

    /** For a table without one. */
    public static TableHeader numbered(int columns) {
        refuseTooMany(columns);
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            names.add("column " + i);
        }
        return new TableHeader(names);
    }

    private static void refuseTooMany(int columns) {
        if (columns > MAX_COLUMNS) {
            throw new RefusedException(Refusal.TOO_MANY_COLUMNS, String.valueOf(columns));
        }
    }

    public List<String> names() {
        return names;
    }

    public int size() {
        return names.size();
    }

    public OptionalInt position(String name) {
        Integer position = positions.get(name);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }
}
