package dev.rapport.demo.data;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A customer's subscriptions, one after the other, and the plan that is known of them. */
final class Contract {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Stage stage;
    private final Customer who;
    private Plan plan;
    private long startedAt;
    private int number;
    private boolean dear;
    private @Nullable LocalDate leaving;
    private boolean left;
    private String cameBy = "direct";

    Contract(Stage stage, Customer who) {
        this.stage = stage;
        this.who = who;
        plan = who.firstPlan;
    }

    Plan plan() {
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

    private void know(Plan plan, long since) {
        Introduction.trait(stage, who, "plan", plan.key(), since);
    }

    void live(LocalDate day) {
        Dice dice = who.dice;
        if (leaving != null) {
            if (day.equals(leaving)) {
                leave(stage.rhythm().moment(dice, day));
            }
            return;
        }
        double churn = plan.churn * (plan == Plan.STARTER && stage.script().dearerStarter(day) ? 3.8 : 1);
        if (dice.chance(churn / 30)) {
            leaving = day.plusDays(6 + dice.below(16));
        } else if (dice.chance((plan == Plan.FREE ? 0.014 : plan == Plan.ENTERPRISE ? 0 : 0.012) / 30)) {
            upgrade(stage.rhythm().moment(dice, day));
        }
    }

    private void leave(long at) {
        leaving = null;
        if (stage.isOver(at)) {
            return;
        }
        write(at);
        plan = Plan.FREE;
        left = true;
        // From the next day on: on the day they leave they are still counted among those they leave.
        know(plan, Math.min(at + DAY, stage.script().millis()));
    }

    private void upgrade(long at) {
        if (stage.isOver(at)) {
            return;
        }
        if (plan != Plan.FREE) {
            write(at);
        }
        plan = plan.next();
        left = false;
        startedAt = at;
        dear = isDear(at);
        know(plan, at);
    }

    /** Who signs up after the price went up pays it. */
    private boolean isDear(long at) {
        return stage.script()
                .dearerStarter(LocalDate.ofInstant(
                        Instant.ofEpochMilli(at), stage.script().zone()));
    }

    void finish() {
        if (plan != Plan.FREE) {
            write(-1);
        }
    }

    private void write(long endedAt) {
        number++;
        Sheet sheet = stage.sheets().subscriptions;
        sheet.add("S-" + who.id.substring(2) + "-" + number).add(who.known);
        sheet.add(stage.numbers().channel(number == 1 ? cameBy : "app")).add(plan.key());
        sheet.cents(plan == Plan.STARTER && dear ? Plan.DEARER_STARTER : plan.cents)
                .at(startedAt);
        if (endedAt < 0) {
            sheet.none();
        } else {
            sheet.at(Math.max(endedAt, startedAt));
        }
        sheet.add(stage.numbers().importId()).add(who.dice.uuid()).end();
    }
}
