package dev.rapport.demo.data;

/** Holds what all simulations of a scenario share. */
record Simulation(
        Scenario scenario, ActivityPattern pattern, ReferenceIds ids, CopyBuffers buffers, VisitCounts visitCounts) {
    Simulation(Scenario scenario, ReferenceIds ids) {
        this(scenario, new ActivityPattern(scenario), ids, new CopyBuffers(), new VisitCounts(scenario));
    }

    boolean isOver(long millis) {
        return millis > scenario.millis();
    }
}
