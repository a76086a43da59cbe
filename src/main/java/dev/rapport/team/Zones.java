package dev.rapport.team;

import java.time.ZoneId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The time zones one can report in: places and UTC. */
final class Zones {
    private static final SortedSet<String> ALL = Collections.unmodifiableSortedSet(ZoneId.getAvailableZoneIds().stream()
            .filter(id ->
                    id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC"))
            .collect(Collectors.toCollection(TreeSet::new)));

    private Zones() {}

    static SortedSet<String> all() {
        return ALL;
    }
}
