package dev.rapport.slice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds what a query string is checked against: only what exists can be asked for.
 *
 * @param today the reporting day it is now
 * @param channels keys
 * @param segmentValues keys of the groups, each with the keys of its values
 * @param goals keys
 * @param surveys keys
 * @param recorded from the first to the last day of which there are facts, for {@code period=all}; empty without any
 */
public record SliceContext(
        ZoneId zone,
        DayOfWeek weekStart,
        LocalDate today,
        Set<String> channels,
        Map<String, Set<String>> segmentValues,
        Set<String> goals,
        Set<String> surveys,
        Optional<Period> recorded) {

    public SliceContext(
            ZoneId zone,
            DayOfWeek weekStart,
            LocalDate today,
            Set<String> channels,
            Map<String, Set<String>> segmentValues,
            Set<String> goals,
            Set<String> surveys) {
        this(zone, weekStart, today, channels, segmentValues, goals, surveys, Optional.empty());
    }
}
