package dev.rapport.demo.data;

import java.time.LocalDate;

/** Simulates one customer's fourteen months, day by day. */
final class CustomerSimulation {
    /** Days for which trouble is a reason to leave. */
    private static final int SOON = 60;

    private final Simulation simulation;
    private final SimulatedCustomer who;
    private final int[] devices;
    private final VisitSimulation visits;
    private final TicketSimulation helpdesk;
    private final SurveySimulation voices;
    private final SubscriptionSimulation contract;
    private final SeededRandom random;

    CustomerSimulation(Simulation simulation, SimulatedCustomer who, int[] devices) {
        this.simulation = simulation;
        this.who = who;
        this.devices = devices;
        random = who.random;
        visits = new VisitSimulation(simulation, new OrderSimulation(simulation), DemoCompany.weights(who.region));
        voices = new SurveySimulation(simulation);
        helpdesk = new TicketSimulation(simulation, voices);
        contract = new SubscriptionSimulation(simulation, who);
    }

    void tell() {
        Scenario scenario = simulation.scenario();
        long joinedAt = simulation.pattern().moment(random, who.joined);
        // Who was there before the story starts came by dice of their own, so that the story stays the same.
        VisitOrigin source = VisitOrigin.ofNewcomer(new SeededRandom(scenario.seed(), -who.person));
        if (!who.joined.isBefore(scenario.from())) {
            comeCloser(joinedAt);
            source = VisitOrigin.ofNewcomer(random);
            joinedAt = visits.signUp(random, device(), who.known, source, who.joined, who.firstPlan != PricePlan.FREE);
        }
        joinedAt = Math.min(joinedAt, scenario.millis());
        new CustomerRecords(simulation, who, devices).write(joinedAt);
        contract.start(joinedAt, source.channel);
        LocalDate first = who.joined.isBefore(scenario.from()) ? scenario.from() : who.joined.plusDays(1);
        for (LocalDate day = first; !day.isAfter(scenario.today()); day = day.plusDays(1)) {
            live(day);
        }
        contract.finish();
    }

    /** Half of them had looked around before, on a device nobody knew yet. */
    private void comeCloser(long joinedAt) {
        int visitsBefore = random.chance(0.5) ? 1 + random.below(3) : 0;
        for (int i = 0; i < visitsBefore; i++) {
            LocalDate day = who.joined.minusDays(1 + (long) random.exponential(6));
            if (!day.isBefore(simulation.scenario().from())) {
                visits.browse(random, device(), VisitOrigin.ofNewcomer(random), day, 0, "");
            }
        }
    }

    private void live(LocalDate day) {
        contract.live(day, helpdesk.lastTrouble().isAfter(day.minusDays(SOON)));
        double busy = simulation.pattern().weight(day);
        PricePlan plan = contract.plan();
        if (random.chance(plan.visits * who.keenness * contract.interest(day) * busy)) {
            visit(day, plan);
        }
        // Twice as often as tickets come; all but those of the troubled release's chat are let go by half.
        if (random.chance(2 * plan.tickets / 30 * busy)) {
            helpdesk.maybeAsk(random, who, plan, day, visits);
        }
        if (Math.floorMod(day.toEpochDay() + who.birthYear * 31L + who.name.length() * 7L, 91) == 0
                && random.chance(0.42)) {
            voices.recommend(random, who, plan, day, helpdesk.lastTrouble());
        }
    }

    private void visit(LocalDate day, PricePlan plan) {
        // Most come back signed in; some on a device that is known to be theirs.
        int visitor = random.chance(0.8) ? who.known : device();
        if (random.chance(plan == PricePlan.FREE ? 0.45 : 0.62)) {
            visits.work(random, visitor, day);
        } else {
            visits.browse(random, visitor, VisitOrigin.ofCustomer(random), day, 0.27, "O-" + who.id.substring(2));
        }
    }

    private int device() {
        return devices[random.below(who.devices)];
    }
}
