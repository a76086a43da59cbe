package dev.rapport.fact;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Finds the fact types of all rooms, by Java's service loader: in a test without a container as well as in the running product. The
 * order in which people see them is that of {@code META-INF/services}.
 */
public final class FactTypes {
    private static final List<FactType> ALL =
            ServiceLoader.load(FactType.class, FactType.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private FactTypes() {}

    public static List<FactType> all() {
        return ALL;
    }

    public static Optional<FactType> named(String key) {
        return ALL.stream().filter(type -> type.key().equals(key)).findFirst();
    }

    /** The type of the rows in a file of ours; empty for files of others. */
    public static Optional<FactType> ofOwnFile(List<String> header) {
        return ALL.stream().filter(type -> type.ownFile(header).isPresent()).findFirst();
    }

    /** Where the rows of all types are kept. */
    public static List<FactTable> tables() {
        return ALL.stream().flatMap(type -> type.table().stream()).toList();
    }

    /** Names of the tables whose rows may be about somebody. */
    public static Stream<String> tablesOfPersons() {
        return tables().stream().filter(FactTable::hasPerson).map(FactTable::name);
    }

    /** What all types of a family add to its measures. */
    public static List<MeasureSource> measures(String family) {
        return ALL.stream()
                .filter(type ->
                        type.table().stream().anyMatch(table -> table.family().equals(family)))
                .flatMap(type -> type.measures().stream())
                .toList();
    }

    /** The families whose days get dirty by facts, each once. */
    public static List<String> families() {
        return Stream.concat(Stream.of("behaviour"), tables().stream().map(FactTable::family))
                .distinct()
                .toList();
    }
}
