package dev.rapport.slice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small company to hold query strings against: Saturday, 21 November 2026, in Berlin. */
final class Contexts {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Contexts() {}

    static SliceContext company() {
        return on("2026-11-21");
    }

    static SliceContext on(String today) {
        return new SliceContext(
                BERLIN,
                DayOfWeek.MONDAY,
                LocalDate.parse(today),
                Set.of("email", "chat", "social"),
                Map.of("plan", Set.of("free", "pro", "a:b&c=d é"), "region", Set.of("north", "south", "none")),
                Set.of("purchase", "trial"),
                Set.of("after-ticket", "spring nps"),
                Optional.of(period("2024-01-10", "2026-11-20")));
    }

    /** Both days included, as in a URL. */
    static Period period(String from, String last) {
        return new Period(LocalDate.parse(from), LocalDate.parse(last).plusDays(1));
    }
}
