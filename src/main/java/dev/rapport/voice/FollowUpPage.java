package dev.rapport.voice;

import dev.rapport.team.Settings;
import dev.rapport.web.Form;
import dev.rapport.web.Reader;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a low score, what has been done about it, and the forms to do more.
 *
 * @param url with the slice of the list from which one came, so that one finds back
 * @param query that slice, with a question mark, or empty
 * @param form as it was sent, with what is wrong with it
 * @param promoter whether it is somebody to thank, of another list
 */
public record FollowUpPage(
        long id,
        String url,
        String query,
        Form<FollowUpForm> form,
        Answer answer,
        Stand stand,
        Fields fields,
        List<Event> after,
        List<Option> outcomes,
        boolean promoter) {

    /** @param score on its scale: 3 of 0–10 */
    public record Answer(
            String when,
            String survey,
            String question,
            String score,
            String scoreClass,
            String comment,
            String topic,
            String channel,
            String person,
            String name,
            String email) {}

    /** How far it is; empty text for what is not known. */
    public record Stand(
            String state,
            String owner,
            boolean mine,
            String me,
            String contactedOn,
            String outcome,
            String note,
            String changed) {
        public boolean isClosed() {
            return state.equals(FollowUp.State.CLOSED.key());
        }

        public String stateKey() {
            return "state_" + state;
        }

        public String outcomeKey() {
            return "outcome_" + outcome;
        }
    }

    /** What stands in the forms. */
    public record Fields(String owner, String day, String firstDay, String today, String note) {}

    public record Event(String when, String kind, String text) {
        public String kindKey() {
            return "after_" + kind;
        }
    }

    public record Option(String key) {
        public String textKey() {
            return "outcome_" + key;
        }
    }

    record Setting(String me, LocalDate today, @Nullable String query, Reader reader) {}

    static FollowUpPage of(LowScore score, Optional<FollowUp> followUp, Form<FollowUpForm> form, Setting setting) {
        ZoneId zone = Settings.current().zoneId();
        String query = setting.query == null || setting.query.isBlank() ? "" : "?" + setting.query;
        Stand stand = stand(followUp, setting, zone);
        return new FollowUpPage(
                score.id(),
                "/follow-ups/" + score.id() + query,
                query,
                form,
                answer(score, setting.reader, zone),
                stand,
                fields(stand, followUp, dayOf(score), form, setting.today),
                score.after().stream()
                        .map(event -> event(event, setting.reader, zone))
                        .toList(),
                FollowUp.Outcome.of(score).stream()
                        .map(outcome -> new Option(outcome.key()))
                        .toList(),
                score.isPromoter());
    }

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), Settings.current().zoneId());
    }

    static LocalDate dayOf(LowScore score) {
        return LocalDate.ofInstant(score.at(), Settings.current().zoneId());
    }

    private static Answer answer(LowScore score, Reader reader, ZoneId zone) {
        return new Answer(
                reader.dates().moment(score.at(), zone),
                score.survey(),
                score.question(),
                reader.words(FollowUpMessages.class).scoreOn(score.score(), score.scaleMin(), score.scaleMax()),
                text(score.scoreClass()),
                text(score.comment()),
                text(score.topic()),
                score.channel(),
                score.person(),
                text(score.name()),
                text(score.email()));
    }

    private static Stand stand(Optional<FollowUp> followUp, Setting setting, ZoneId zone) {
        FollowUpMessages words = setting.reader.words(FollowUpMessages.class);
        String owner = followUp.map(done -> text(done.owner)).orElse("");
        return new Stand(
                followUp.map(done -> done.state).orElse(FollowUp.State.OPEN.key()),
                owner,
                owner.equals(setting.me),
                setting.me,
                followUp.flatMap(done -> Optional.ofNullable(done.contactedOn))
                        .map(setting.reader.dates()::day)
                        .orElse(""),
                followUp.map(done -> text(done.outcome)).orElse(""),
                followUp.map(done -> text(done.note)).orElse(""),
                followUp.map(done -> words.changed(setting.reader.dates().moment(done.changedAt, zone), done.changedBy))
                        .orElse(""));
    }

    private static Fields fields(
            Stand stand, Optional<FollowUp> followUp, LocalDate first, Form<FollowUpForm> form, LocalDate today) {
        String day = followUp.flatMap(done -> Optional.ofNullable(done.contactedOn))
                .orElse(today)
                .toString();
        return new Fields(
                form.error("owner").isEmpty() ? stand.owner() : form.sent().owner(),
                form.error("day").isEmpty() ? day : form.sent().day(),
                first.toString(),
                today.toString(),
                form.error("note").isEmpty() ? stand.note() : form.sent().note());
    }

    private static Event event(LowScore.Event event, Reader reader, ZoneId zone) {
        FollowUpMessages words = reader.words(FollowUpMessages.class);
        String text = event.text();
        if (!event.amount().isEmpty()) {
            text += " · "
                    + reader.numbers()
                            .money(
                                    new BigDecimal(event.amount()),
                                    Settings.current().currency.strip());
        } else if (!event.score().isEmpty()) {
            text += " · " + words.scored(event.score());
        }
        return new Event(reader.dates().moment(event.at(), zone), event.kind(), text);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
