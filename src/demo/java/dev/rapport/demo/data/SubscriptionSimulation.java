package dev.rapport.demo.data;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Simulates a customer's subscriptions, one after the other, and the plan that is known of them. */
final class SubscriptionSimulation {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Simulation simulation;
    private final SimulatedCustomer who;
    private PricePlan plan;
    private long startedAt;
    private int number;
    private boolean dear;
    private @Nullable LocalDate leaving;
    private boolean left;
    private boolean troubled;
    private String cameBy = "direct";

    SubscriptionSimulation(Simulation simulation, SimulatedCustomer who) {
        this.simulation = simulation;
        this.who = who;
        plan = who.firstPlan;
    }

    PricePlan plan() {
        return plan;
    }

    /** Who is about to leave comes seldom, who has left hardly ever. */
    double interest(LocalDate day) {
        if (left) {
            return 0.15;
        }
        return leaving == null ? 1 : 0.35;
    }

    /** @param channel by which they came: where they are won as a customer */
    void start(long joinedAt, String channel) {
        cameBy = channel;
        startedAt = joinedAt;
        dear = isDear(joinedAt);
        know(plan, joinedAt);
    }

    private void know(PricePlan plan, long since) {
        CustomerRecords.trait(simulation, who, "plan", plan.key(), since);
    }

    private void live(LocalDate day) {
        SeededRandom random = who.random;
        if (leaving != null) {
            if (day.equals(leaving)) {
                leave(simulation.pattern().moment(random, day));
            }
            return;
        }
        double churn =
                plan.churn * (plan == PricePlan.STARTER && simulation.scenario().dearerStarter(day) ? 3.8 : 1);
        if (random.chance(churn / 30)) {
            leaving = day.plusDays(6 + random.below(16));
        } else if (random.chance((plan == PricePlan.FREE ? 0.014 : plan == PricePlan.ENTERPRISE ? 0 : 0.012) / 30)) {
            upgrade(simulation.pattern().moment(random, day));
        }
    }

    /** @param troubled somebody waited too long for help in the last weeks */
    void live(LocalDate day, boolean troubled) {
        this.troubled = troubled;
        live(day);
    }

    private void leave(long at) {
        leaving = null;
        if (simulation.isOver(at)) {
            return;
        }
        write(at, SampleTexts.reason(who.id + number, dear, troubled));
        plan = PricePlan.FREE;
        left = true;
        // From the next day on: on the day they leave they are still counted among those they leave.
        know(plan, Math.min(at + DAY, simulation.scenario().millis()));
    }

    private void upgrade(long at) {
        if (simulation.isOver(at)) {
            return;
        }
        if (plan != PricePlan.FREE) {
            write(at, null);
        }
        plan = plan.next();
        left = false;
        startedAt = at;
        dear = isDear(at);
        know(plan, at);
    }

    /** Who signs up after the price went up pays it. */
    private boolean isDear(long at) {
        return simulation
                .scenario()
                .dearerStarter(LocalDate.ofInstant(
                        Instant.ofEpochMilli(at), simulation.scenario().zone()));
    }

    void finish() {
        if (plan != PricePlan.FREE) {
            write(-1, null);
        }
    }

    private void write(long endedAt, @Nullable String reason) {
        number++;
        CopyBuffer rows = simulation.buffers().subscriptions;
        rows.add("S-" + who.id.substring(2) + "-" + number).add(who.known);
        rows.add(simulation.ids().channel(number == 1 ? cameBy : "app")).add(plan.key());
        rows.cents(plan == PricePlan.STARTER && dear ? PricePlan.DEARER_STARTER : plan.cents)
                .at(startedAt);
        if (endedAt < 0) {
            rows.none();
        } else {
            rows.at(Math.max(endedAt, startedAt));
        }
        rows.add(reason);
        rows.add(simulation.ids().importId()).add(who.random.uuid()).end();
    }
}
