package dev.rapport.team;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lists the time zones one can report in: places and UTC. */
final class TimeZones {
    private static final SortedSet<String> ALL = Collections.unmodifiableSortedSet(ZoneId.getAvailableZoneIds().stream()
            .filter(id ->
                    id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC"))
            .collect(Collectors.toCollection(TreeSet::new)));

    private TimeZones() {}

    static SortedSet<String> all() {
        return ALL;
    }

    /** Which edition of the time zone tables days are counted by, as {@code 2026a}: that of the running Java. */
    static String tables() {
        return ZoneRulesProvider.getVersions("UTC").lastKey();
    }
}
