package dev.rapport.slice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/** What a query string is held against: only what exists can be asked for. */
public record SliceContext(
        ZoneId zone,
        DayOfWeek weekStart,
        LocalDate today,
        Set<String> channels,
        Map<String, Set<String>> segmentValues,
        Set<String> goals,
        Set<String> surveys) {}
