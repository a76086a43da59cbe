package dev.rapport.demo.data;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Invitations to the three surveys and the answers of those who give one. */
final class Voices {
    static final String NPS = "relationship-nps";
    static final String CSAT = "support-csat";
    static final String CES = "support-ces";

    private static final double HOUR = 3_600_000;

    private final Stage stage;
    private int asked;

    Voices(Stage stage) {
        this.stage = stage;
    }

    /** "Would you recommend us?", asked each quarter. */
    void recommend(Dice dice, Customer who, Plan plan, LocalDate day, LocalDate lastTrouble) {
        String channel = dice.chance(0.72) ? "email" : "app";
        long at = stage.rhythm().moment(dice, day);
        String key = "N-" + who.id.substring(2) + "-" + ++asked;
        invite(dice, NPS, key, who, channel, at);
        if (!dice.chance(channel.equals("email") ? 0.21 : 0.34)) {
            return;
        }
        boolean hurt = lastTrouble.isAfter(day.minusDays(60));
        boolean dearer = plan == Plan.STARTER && stage.script().dearerStarter(day);
        int mood = switch (plan) {
            case ENTERPRISE -> dice.weighted(58, 29, 13);
            case PRO -> dice.weighted(54, 30, 16);
            case STARTER -> dearer ? dice.weighted(29, 31, 40) : dice.weighted(51, 31, 18);
            case FREE -> dice.weighted(45, 34, 21);
        };
        if (hurt && dice.chance(0.5)) {
            mood = 2;
        }
        int score = switch (mood) {
            case 0 -> 9 + dice.weighted(45, 55);
            case 1 -> 7 + dice.weighted(42, 58);
            default -> dice.weighted(6, 4, 6, 10, 14, 28, 32);
        };
        Phrases.Comment comment = Phrases.aboutUs(dice, mood, hurt, dearer);
        answer(dice, NPS, key, who, channel, at + (long) dice.exponential(20 * HOUR), score, comment, 1 - mood);
    }

    /** After a solved ticket: "Were you satisfied?", or "How easy was it?". */
    void rate(Dice dice, Customer who, String ticket, String channel, long solved, boolean badly, boolean troubled) {
        if (stage.isOver(solved) || !dice.chance(0.75)) {
            return;
        }
        long at = solved + Duration.ofMinutes(30).toMillis();
        boolean effort = dice.chance(0.35);
        String survey = effort ? CES : CSAT;
        String key = (effort ? "E-" : "S-") + ticket.substring(2);
        invite(dice, survey, key, who, channel, at);
        if (!dice.chance(channel.equals("chat") ? 0.46 : 0.3)) {
            return;
        }
        double satisfied = switch (channel) {
            case "chat" -> troubled ? 0.5 : 0.88;
            case "phone" -> 0.86;
            case "email" -> 0.81;
            default -> 0.76;
        };
        boolean happy = dice.chance(badly && !troubled ? satisfied - 0.22 : satisfied);
        int score;
        if (effort) {
            score = happy ? 1 + dice.weighted(46, 38, 16) : 4 + dice.weighted(34, 30, 22, 14);
        } else {
            score = happy ? 4 + dice.weighted(40, 60) : 1 + dice.weighted(26, 30, 44);
        }
        Phrases.Comment comment = Phrases.aboutSupport(dice, happy, troubled);
        answer(dice, survey, key, who, channel, at + (long) dice.exponential(9 * HOUR), score, comment, happy ? 1 : -1);
    }

    private void invite(Dice dice, String survey, String key, Customer who, String channel, long at) {
        String content = dice.uuid();
        if (stage.isOver(at)) {
            return;
        }
        Sheet sheet = stage.sheets().invitations;
        sheet.add(key)
                .add(stage.numbers().survey(survey))
                .add(who.known)
                .add(stage.numbers().channel(channel))
                .at(at);
        sheet.add(stage.numbers().importId()).add(content).end();
    }

    private void answer(
            Dice dice,
            String survey,
            String key,
            Customer who,
            String channel,
            long at,
            int score,
            Phrases.@Nullable Comment comment,
            int sentiment) {
        String content = dice.uuid();
        boolean cannotSay = dice.chance(0.02);
        if (stage.isOver(at)) {
            return;
        }
        Sheet sheet = stage.sheets().responses;
        sheet.add(key)
                .add(stage.numbers().survey(survey))
                .add(who.known)
                .add(stage.numbers().channel(channel))
                .at(at);
        if (cannotSay) {
            sheet.none().none().none().none();
        } else {
            sheet.add(score);
            if (comment == null) {
                sheet.none().none().none();
            } else {
                sheet.add(comment.text()).add(comment.topic()).add(sentiment);
            }
        }
        sheet.add(stage.numbers().importId()).add(content).end();
    }
}
