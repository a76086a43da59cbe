package dev.rapport.dashboard;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceContext;
import dev.rapport.slice.SliceReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Slices by their query strings, in Berlin. */
public final class Asked {
    private Asked() {}

    public static Slice slice(String query) {
        Map<String, List<String>> parameters = Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.groupingBy(
                        pair -> pair[0], Collectors.mapping(pair -> pair[1], Collectors.toList())));
        return SliceReader.read(
                parameters,
                new SliceContext(
                        ZoneId.of("Europe/Berlin"),
                        DayOfWeek.MONDAY,
                        LocalDate.parse("2026-11-21"),
                        Set.of("email", "chat", "direct", "social"),
                        Map.of("plan", Set.of("free", "pro", "none"), "region", Set.of("north", "none")),
                        Set.of("purchase", "pricing"),
                        Set.of("after-ticket"),
                        Optional.empty()));
    }
}
