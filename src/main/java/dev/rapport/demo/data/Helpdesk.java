package dev.rapport.demo.data;

import java.time.Duration;
import java.time.LocalDate;

/** Tickets: who asks where, how long it takes, and how it went. */
final class Helpdesk {
    static final String[] CHANNELS = {"email", "chat", "phone", "self-service", "web-form", "social"};
    private static final double[] YOUNG = {22, 40, 7, 15, 8, 8};
    private static final double[] MIDDLE = {34, 27, 15, 12, 9, 3};
    private static final double[] OLD = {36, 10, 36, 6, 11, 1};
    /** Minutes to the first reply, median. */
    private static final double[] REPLY = {190, 4, 1.5, 45, 260, 95};
    /** Hours to the solution, median. */
    private static final double[] SOLUTION = {17, 0.7, 0.5, 6, 22, 9};

    private static final int CHAT = 1;
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final double MINUTES_IN_HOUR = 60;

    private final Stage stage;
    private final Voices voices;
    private int asked;
    private LocalDate lastTrouble = LocalDate.MIN;

    Helpdesk(Stage stage, Voices voices) {
        this.stage = stage;
        this.voices = voices;
    }

    /** When something last went badly enough to be remembered. */
    LocalDate lastTrouble() {
        return lastTrouble;
    }

    void maybeAsk(Dice dice, Customer who, Plan plan, LocalDate day, Visits visits) {
        int channel = dice.weighted(who.birthYear >= 1990 ? YOUNG : who.birthYear >= 1968 ? MIDDLE : OLD);
        boolean troubled = channel == CHAT && stage.script().troubledRelease(day);
        if (!troubled && dice.chance(0.5)) {
            return;
        }
        if (dice.chance(0.3)) {
            visits.seekHelp(dice, who.known, day);
        }
        ask(dice, who, plan, day, channel, troubled);
    }

    private void ask(Dice dice, Customer who, Plan plan, LocalDate day, int channel, boolean troubled) {
        long at = stage.rhythm().moment(dice, day);
        Phrases.Issue issue = Phrases.issue(dice, troubled && dice.chance(0.75));
        long replied = at + (long) (dice.lognormal(REPLY[channel] * (troubled ? 3.5 : 1), 0.9) * MINUTE);
        double hours = SOLUTION[channel] * (troubled ? 4 : 1) * (plan == Plan.ENTERPRISE ? 0.6 : 1) * issue.effort();
        long solved = replied + (long) (dice.lognormal(hours * MINUTES_IN_HOUR, 1.05) * MINUTE);
        boolean never = dice.chance(0.025);
        int reopened = dice.chance(troubled ? 0.16 : 0.055) ? 1 + dice.weighted(85, 15) : 0;
        String content = dice.uuid();
        if (stage.isOver(at)) {
            return;
        }
        String key = "T-" + who.id.substring(2) + "-" + ++asked;
        boolean isSolved = !never && !stage.isOver(solved);
        Sheet sheet = stage.sheets().tickets;
        sheet.add(key)
                .add(who.known)
                .add(stage.numbers().channel(CHANNELS[channel]))
                .add(issue.type());
        sheet.add(troubled || plan == Plan.ENTERPRISE ? "high" : dice.chance(0.2) ? "low" : "normal");
        sheet.add(issue.subject()).add(dice.pick(Phrases.AGENTS)).at(at);
        moment(sheet, replied, !stage.isOver(replied));
        moment(sheet, solved, isSolved);
        sheet.add(reopened).add(stage.numbers().importId()).add(content).end();
        boolean badly =
                troubled || reopened > 0 || solved - at > Duration.ofDays(4).toMillis();
        if (badly) {
            lastTrouble = day;
        }
        if (isSolved) {
            voices.rate(dice, who, key, CHANNELS[channel], solved, badly, troubled);
        }
    }

    private static void moment(Sheet sheet, long at, boolean happened) {
        if (happened) {
            sheet.at(at);
        } else {
            sheet.none();
        }
    }
}
