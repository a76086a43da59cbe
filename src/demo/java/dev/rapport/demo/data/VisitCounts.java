package dev.rapport.demo.data;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Counts visits per origin and day, so that the clicks of campaigns agree with them. */
final class VisitCounts {
    private final LocalDate from;
    private final int[][] visits;

    VisitCounts(Scenario scenario) {
        from = scenario.from();
        visits = new int[VisitOrigin.values().length][(int) ChronoUnit.DAYS.between(from, scenario.today()) + 2];
    }

    void visit(VisitOrigin source, LocalDate day) {
        visits[source.ordinal()][(int) ChronoUnit.DAYS.between(from, day)]++;
    }

    int visits(VisitOrigin source, LocalDate day) {
        return visits[source.ordinal()][(int) ChronoUnit.DAYS.between(from, day)];
    }
}
