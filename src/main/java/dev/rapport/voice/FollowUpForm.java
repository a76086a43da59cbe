package dev.rapport.voice;

import jakarta.ws.rs.FormParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the forms of a follow-up send; each looks at its own fields. */
public class FollowUpForm {
    private static final int LONGEST_OWNER = 80;
    private static final int LONGEST_NOTE = 4_000;

    @FormParam("owner")
    @Nullable
    String owner;

    @FormParam("day")
    @Nullable
    String day;

    @FormParam("outcome")
    @Nullable
    String outcome;

    @FormParam("note")
    @Nullable
    String note;

    static FollowUpForm empty() {
        return new FollowUpForm();
    }

    Optional<String> ownerName() {
        return text(owner);
    }

    boolean isOwnerBad() {
        return ownerName()
                .filter(name ->
                        name.length() > LONGEST_OWNER || name.codePoints().anyMatch(Character::isISOControl))
                .isPresent();
    }

    Optional<FollowUp.Outcome> knownOutcome() {
        return text(outcome).flatMap(FollowUp.Outcome::of);
    }

    Optional<String> noteText() {
        return text(note);
    }

    boolean isNoteBad() {
        return noteText()
                .filter(text -> text.length() > LONGEST_NOTE || text.indexOf('\0') >= 0)
                .isPresent();
    }

    /** Not before the answer, and not in the future; empty when it is no such day. */
    Optional<LocalDate> contactDay(LocalDate answered, LocalDate today) {
        try {
            return text(day).map(LocalDate::parse).filter(on -> !on.isBefore(answered) && !on.isAfter(today));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    String dayText() {
        return text(day).orElse("");
    }

    private static Optional<String> text(@Nullable String field) {
        return Optional.ofNullable(field).map(String::strip).filter(given -> !given.isEmpty());
    }
}
