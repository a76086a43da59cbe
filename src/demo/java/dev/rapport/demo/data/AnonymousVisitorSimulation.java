package dev.rapport.demo.data;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Simulates visitors whom nobody ever gets to know: one to three visits on one device, hardly an order. */
final class AnonymousVisitorSimulation {
    private final Simulation simulation;
    private final VisitSimulation visits;

    AnonymousVisitorSimulation(Simulation simulation) {
        this.simulation = simulation;
        visits = new VisitSimulation(simulation, new OrderSimulation(simulation), DemoCompany.PRODUCT_WEIGHTS);
    }

    void pass(int index, int person, int visitor) {
        SeededRandom random = new SeededRandom(simulation.scenario().seed(), -1L - index);
        LocalDate day = day(random);
        introduce(index, person, visitor, day);
        int more = random.weighted(80, 14, 6);
        visit(random, index, visitor, VisitOrigin.ofNewcomer(random), day, 0.022);
        for (int i = 0; i < more; i++) {
            day = day.plusDays(1 + (long) random.exponential(7));
            if (!day.isAfter(simulation.scenario().today())) {
                visit(
                        random,
                        index,
                        visitor,
                        random.chance(0.5) ? VisitOrigin.DIRECT : VisitOrigin.ofNewcomer(random),
                        day,
                        0.03);
            }
        }
    }

    /** Came for the prize. */
    void passForPrize(int index, int person, int visitor) {
        SeededRandom random = new SeededRandom(simulation.scenario().seed(), -1L - index);
        LocalDate day = simulation
                .scenario()
                .giveawayStart()
                .plusDays(random.weighted(9, 14, 13, 11, 10, 8, 7, 6, 5, 4, 4, 3, 3, 3));
        introduce(index, person, visitor, day);
        visit(random, index, visitor, VisitOrigin.GIVEAWAY, day, 0.006);
        if (random.chance(0.05)) {
            visit(random, index, visitor, VisitOrigin.DIRECT, day.plusDays(1 + random.below(5)), 0.01);
        }
    }

    private void visit(
            SeededRandom random, int index, int visitor, VisitOrigin source, LocalDate day, double eagerness) {
        visits.browse(random, visitor, source, day, eagerness, "G-" + index);
    }

    /** Somewhat more each month, and busy days get more of them. */
    private LocalDate day(SeededRandom random) {
        LocalDate from = simulation.scenario().from();
        long days = ChronoUnit.DAYS.between(from, simulation.scenario().today()) + 1;
        while (true) {
            double share = random.between(0, 1);
            LocalDate day = from.plusDays((long) (days * (0.4 * Math.sqrt(share) + 0.6 * share)));
            if (random.chance(simulation.pattern().weight(day) / 1.5)) {
                return day;
            }
        }
    }

    private void introduce(int index, int person, int visitor, LocalDate day) {
        long at = day.atStartOfDay(simulation.scenario().zone()).toInstant().toEpochMilli();
        int importId = simulation.ids().importId();
        simulation
                .buffers()
                .persons
                .add(person)
                .none()
                .none()
                .none()
                .at(at)
                .add(importId)
                .end();
        simulation
                .buffers()
                .visitors
                .add(visitor)
                .add("a:guest-" + index)
                .add(person)
                .at(at)
                .add(importId)
                .end();
    }
}
