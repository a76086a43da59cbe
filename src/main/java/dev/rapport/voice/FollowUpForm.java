package dev.rapport.voice;

import dev.rapport.web.FormText;
import dev.rapport.web.ShortText;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.FormParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What the forms of a follow-up send; each sends and looks at its own field, and leaves the others out. */
public record FollowUpForm(
        @FormParam("owner") @Pattern(regexp = "\\P{Cc}{0,80}", message = "followup:ownerBad")
        String owner,

        @FormParam("day") String day,
        @FormParam("outcome") String outcome,

        @FormParam("note") @ShortText(max = 4_000, optional = true, message = "followup:noteBad")
        String note) {
    static final FollowUpForm BLANK = new FollowUpForm("", "", "", "");

    public FollowUpForm {
        owner = FormText.stripped(owner);
        day = FormText.stripped(day);
        outcome = FormText.stripped(outcome);
        note = FormText.stripped(note);
    }

    Optional<String> ownerName() {
        return text(owner);
    }

    Optional<FollowUp.Outcome> knownOutcome() {
        return text(outcome).flatMap(FollowUp.Outcome::of);
    }

    Optional<String> noteText() {
        return text(note);
    }

    /** Not before the answer, and not in the future; empty when it is no such day. */
    Optional<LocalDate> contactDay(LocalDate answered, LocalDate today) {
        try {
            return text(day).map(LocalDate::parse).filter(on -> !on.isBefore(answered) && !on.isAfter(today));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(String field) {
        return Optional.of(field).filter(given -> !given.isEmpty());
    }
}
