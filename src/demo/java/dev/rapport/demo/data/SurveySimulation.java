package dev.rapport.demo.data;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Simulates invitations to the three surveys and the answers of those who give one. */
final class SurveySimulation {
    static final String NPS = "relationship-nps";
    static final String CSAT = "support-csat";
    static final String CES = "support-ces";

    private static final double HOUR = 3_600_000;

    private final Simulation simulation;
    private int asked;

    SurveySimulation(Simulation simulation) {
        this.simulation = simulation;
    }

    /** "Would you recommend us?", asked each quarter. */
    void recommend(SeededRandom random, SimulatedCustomer who, PricePlan plan, LocalDate day, LocalDate lastTrouble) {
        String channel = random.chance(0.72) ? "email" : "app";
        long at = simulation.pattern().moment(random, day);
        String key = "N-" + who.id.substring(2) + "-" + ++asked;
        invite(random, NPS, key, who, channel, at);
        if (!random.chance(channel.equals("email") ? 0.21 : 0.34)) {
            return;
        }
        boolean hurt = lastTrouble.isAfter(day.minusDays(60));
        boolean dearer = plan == PricePlan.STARTER && simulation.scenario().dearerStarter(day);
        int mood = switch (plan) {
            case ENTERPRISE -> random.weighted(58, 29, 13);
            case PRO -> random.weighted(54, 30, 16);
            case STARTER -> dearer ? random.weighted(29, 31, 40) : random.weighted(51, 31, 18);
            case FREE -> random.weighted(45, 34, 21);
        };
        if (hurt && random.chance(0.5)) {
            mood = 2;
        }
        int score = switch (mood) {
            case 0 -> 9 + random.weighted(45, 55);
            case 1 -> 7 + random.weighted(42, 58);
            default -> random.weighted(6, 4, 6, 10, 14, 28, 32);
        };
        SampleTexts.Comment comment = SampleTexts.aboutUs(random, mood, hurt, dearer);
        answer(
                random,
                NPS,
                key,
                who,
                channel,
                at + (long) random.exponential(20 * HOUR),
                score,
                comment,
                1 - mood,
                null);
    }

    /** After a solved ticket: "Were you satisfied?", or "How easy was it?". */
    void rate(
            SeededRandom random,
            SimulatedCustomer who,
            String ticket,
            String channel,
            long solved,
            boolean badly,
            boolean troubled) {
        if (simulation.isOver(solved) || !random.chance(0.75)) {
            return;
        }
        long at = solved + Duration.ofMinutes(30).toMillis();
        boolean effort = random.chance(0.35);
        String survey = effort ? CES : CSAT;
        String key = (effort ? "E-" : "S-") + ticket.substring(2);
        invite(random, survey, key, who, channel, at);
        if (!random.chance(channel.equals("chat") ? 0.46 : 0.3)) {
            return;
        }
        double satisfied = switch (channel) {
            case "chat" -> troubled ? 0.5 : 0.88;
            case "phone" -> 0.86;
            case "email" -> 0.81;
            default -> 0.76;
        };
        boolean happy = random.chance(badly && !troubled ? satisfied - 0.22 : satisfied);
        int score;
        if (effort) {
            score = happy ? 1 + random.weighted(46, 38, 16) : 4 + random.weighted(34, 30, 22, 14);
        } else {
            score = happy ? 4 + random.weighted(40, 60) : 1 + random.weighted(26, 30, 44);
        }
        SampleTexts.Comment comment = SampleTexts.aboutSupport(random, happy, troubled);
        answer(
                random,
                survey,
                key,
                who,
                channel,
                at + (long) random.exponential(9 * HOUR),
                score,
                comment,
                happy ? 1 : -1,
                ticket);
    }

    private void invite(
            SeededRandom random, String survey, String key, SimulatedCustomer who, String channel, long at) {
        String content = random.uuid();
        if (simulation.isOver(at)) {
            return;
        }
        CopyBuffer rows = simulation.buffers().invitations;
        rows.add(key)
                .add(simulation.ids().survey(survey))
                .add(who.known)
                .add(simulation.ids().channel(channel))
                .at(at);
        rows.add(simulation.ids().importId()).add(content).end();
    }

    private void answer(
            SeededRandom random,
            String survey,
            String key,
            SimulatedCustomer who,
            String channel,
            long at,
            int score,
            SampleTexts.@Nullable Comment comment,
            int sentiment,
            @Nullable String ticket) {
        String content = random.uuid();
        boolean cannotSay = random.chance(0.02);
        if (simulation.isOver(at)) {
            return;
        }
        CopyBuffer rows = simulation.buffers().responses;
        rows.add(key)
                .add(simulation.ids().survey(survey))
                .add(who.known)
                .add(simulation.ids().channel(channel))
                .at(at);
        if (cannotSay) {
            rows.none().none().none().none();
        } else {
            rows.add(score);
            if (comment == null) {
                rows.none().none().none();
            } else {
                rows.add(comment.text()).add(comment.topic()).add(sentiment);
            }
        }
        if (ticket == null) {
            rows.none().none();
        } else {
            rows.add(ticket).add(survey.equals(CES) ? SampleTexts.feature(ticket) : null);
        }
        rows.add(simulation.ids().importId()).add(content).end();
    }
}
