package dev.rapport.ingest;

import java.util.List;

/** Offers something that can be chosen in the mapping step. */
record MappingChoice(String value, String label, boolean chosen) {
    static List<MappingChoice> of(List<String> names, List<String> chosen) {
        return names.stream()
                .map(name -> new MappingChoice(name, name, chosen.contains(name)))
                .toList();
    }
}
