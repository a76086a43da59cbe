package dev.rapport.demo.data;

import java.time.Duration;
import java.time.LocalDate;

/** Simulates tickets: who asks where, how long it takes, and how it went. */
final class TicketSimulation {
    static final String[] CHANNELS = {"email", "chat", "phone", "self-service", "web-form", "social"};
    private static final double[] YOUNG = {22, 40, 7, 15, 8, 8};
    private static final double[] MIDDLE = {34, 27, 15, 12, 9, 3};
    private static final double[] OLD = {36, 10, 36, 6, 11, 1};
    /** Minutes to the first reply, median. */
    private static final double[] REPLY = {190, 4, 1.5, 45, 260, 95};
    /** Hours to the solution, median. */
    private static final double[] SOLUTION = {17, 0.7, 0.5, 6, 22, 9};

    private static final int CHAT = 1;
    private static final int WEB_FORM = 4;
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final double MINUTES_IN_HOUR = 60;

    private final Simulation simulation;
    private final SurveySimulation voices;
    private int asked;
    private LocalDate lastTrouble = LocalDate.MIN;

    TicketSimulation(Simulation simulation, SurveySimulation voices) {
        this.simulation = simulation;
        this.voices = voices;
    }

    /** When something last went badly enough to be remembered. */
    LocalDate lastTrouble() {
        return lastTrouble;
    }

    void maybeAsk(SeededRandom random, SimulatedCustomer who, PricePlan plan, LocalDate day, VisitSimulation visits) {
        int channel = random.weighted(who.birthYear >= 1990 ? YOUNG : who.birthYear >= 1968 ? MIDDLE : OLD);
        boolean troubled = channel == CHAT && simulation.scenario().troubledRelease(day);
        if (!troubled && random.chance(0.5)) {
            return;
        }
        if (random.chance(0.3)) {
            visits.seekHelp(random, who.known, day);
        }
        ask(random, who, plan, day, channel, troubled);
    }

    private void ask(
            SeededRandom random, SimulatedCustomer who, PricePlan plan, LocalDate day, int channel, boolean troubled) {
        long at = simulation.pattern().moment(random, day);
        SampleTexts.Issue issue = SampleTexts.issue(random, troubled && random.chance(0.75));
        long replied = at + (long) (random.lognormal(REPLY[channel] * (troubled ? 3.5 : 1), 0.9) * MINUTE);
        double hours =
                SOLUTION[channel] * (troubled ? 4 : 1) * (plan == PricePlan.ENTERPRISE ? 0.6 : 1) * issue.effort();
        long solved = replied + (long) (random.lognormal(hours * MINUTES_IN_HOUR, 1.05) * MINUTE);
        boolean never = random.chance(0.025);
        int reopened = random.chance(troubled ? 0.16 : 0.055) ? 1 + random.weighted(85, 15) : 0;
        String content = random.uuid();
        if (simulation.isOver(at)) {
            return;
        }
        String key = "T-" + who.id.substring(2) + "-" + ++asked;
        boolean isSolved = !never && !simulation.isOver(solved);
        String priority = troubled || plan == PricePlan.ENTERPRISE ? "high" : random.chance(0.2) ? "low" : "normal";
        CopyBuffer rows = begin(key, who, channel, issue, priority, random.pick(SampleTexts.AGENTS), at);
        moment(rows, replied, !simulation.isOver(replied));
        moment(rows, solved, isSolved);
        rows.add(reopened).add(simulation.ids().importId()).add(content).end();
        if (channel == WEB_FORM && issue.type().equals("delivery")) {
            askAgain(key, who, issue, at);
        }
        boolean badly =
                troubled || reopened > 0 || solved - at > Duration.ofDays(4).toMillis();
        if (badly) {
            lastTrouble = day;
        }
        if (isSolved) {
            voices.rate(random, who, key, CHANNELS[channel], solved, badly, troubled);
        }
    }

    /**
     * The form does not say which order is meant, so that whoever waits for a parcel writes and calls again. Drawn apart: all else
     * stays as it is.
     */
    private void askAgain(String key, SimulatedCustomer who, SampleTexts.Issue issue, long first) {
        SeededRandom random = new SeededRandom(simulation.scenario().seed(), key.hashCode());
        int times = random.weighted(30, 40, 30);
        long at = first;
        for (int i = 1; i <= times; i++) {
            at += (long) (random.between(20, 70) * MINUTES_IN_HOUR * MINUTE);
            if (simulation.isOver(at)) {
                return;
            }
            CopyBuffer rows = begin(
                    key + "-" + i, who, random.below(CHAT + 2), issue, "normal", random.pick(SampleTexts.AGENTS), at);
            moment(rows, at + 90 * MINUTE, !simulation.isOver(at + 90 * MINUTE));
            moment(rows, at + 600 * MINUTE, !simulation.isOver(at + 600 * MINUTE));
            rows.add(0).add(simulation.ids().importId()).add(random.uuid()).end();
        }
    }

    /** A row up to the moment it was created. */
    private CopyBuffer begin(
            String key,
            SimulatedCustomer who,
            int channel,
            SampleTexts.Issue issue,
            String priority,
            String agent,
            long at) {
        CopyBuffer rows = simulation.buffers().tickets;
        rows.add(key)
                .add(who.known)
                .add(simulation.ids().channel(CHANNELS[channel]))
                .add(issue.type());
        return rows.add(priority)
                .add(issue.subject())
                .add(agent)
                .add(SampleTexts.team(agent))
                .at(at);
    }

    private static void moment(CopyBuffer rows, long at, boolean happened) {
        if (happened) {
            rows.at(at);
        } else {
            rows.none();
        }
    }
}
