package dev.rapport.demo.data;

import java.time.LocalDate;

/** One customer's fourteen months, day by day. */
final class Life {
    private final Stage stage;
    private final Customer who;
    private final int[] devices;
    private final Visits visits;
    private final Helpdesk helpdesk;
    private final Voices voices;
    private final Contract contract;
    private final Dice dice;

    Life(Stage stage, Customer who, int[] devices) {
        this.stage = stage;
        this.who = who;
        this.devices = devices;
        dice = who.dice;
        visits = new Visits(stage, new Orders(stage));
        voices = new Voices(stage);
        helpdesk = new Helpdesk(stage, voices);
        contract = new Contract(stage, who);
    }

    void tell() {
        Script script = stage.script();
        long joinedAt = stage.rhythm().moment(dice, who.joined);
        // Who was there before the story starts came by dice of their own, so that the story stays the same.
        Source source = Source.ofNewcomer(new Dice(script.seed(), -who.person));
        if (!who.joined.isBefore(script.from())) {
            comeCloser(joinedAt);
            source = Source.ofNewcomer(dice);
            joinedAt = visits.signUp(dice, device(), who.known, source, who.joined, who.firstPlan != Plan.FREE);
        }
        joinedAt = Math.min(joinedAt, script.millis());
        new Introduction(stage, who, devices).write(joinedAt);
        contract.start(joinedAt, source.channel);
        LocalDate first = who.joined.isBefore(script.from()) ? script.from() : who.joined.plusDays(1);
        for (LocalDate day = first; !day.isAfter(script.today()); day = day.plusDays(1)) {
            live(day);
        }
        contract.finish();
    }

    /** Half of them had looked around before, on a device nobody knew yet. */
    private void comeCloser(long joinedAt) {
        int visitsBefore = dice.chance(0.5) ? 1 + dice.below(3) : 0;
        for (int i = 0; i < visitsBefore; i++) {
            LocalDate day = who.joined.minusDays(1 + (long) dice.exponential(6));
            if (!day.isBefore(stage.script().from())) {
                visits.browse(dice, device(), Source.ofNewcomer(dice), day, 0, "");
            }
        }
    }

    private void live(LocalDate day) {
        contract.live(day);
        double busy = stage.rhythm().weight(day);
        Plan plan = contract.plan();
        if (dice.chance(plan.visits * who.keenness * contract.interest(day) * busy)) {
            visit(day, plan);
        }
        // Twice as often as tickets come; all but those of the troubled release's chat are let go by half.
        if (dice.chance(2 * plan.tickets / 30 * busy)) {
            helpdesk.maybeAsk(dice, who, plan, day, visits);
        }
        if (Math.floorMod(day.toEpochDay() + who.birthYear * 31L + who.name.length() * 7L, 91) == 0
                && dice.chance(0.42)) {
            voices.recommend(dice, who, plan, day, helpdesk.lastTrouble());
        }
    }

    private void visit(LocalDate day, Plan plan) {
        // Most come back signed in; some on a device that is known to be theirs.
        int visitor = dice.chance(0.8) ? who.known : device();
        if (dice.chance(plan == Plan.FREE ? 0.45 : 0.62)) {
            visits.work(dice, visitor, day);
        } else {
            visits.browse(dice, visitor, Source.ofCustomer(dice), day, 0.27, "O-" + who.id.substring(2));
        }
    }

    private int device() {
        return devices[dice.below(who.devices)];
    }
}
