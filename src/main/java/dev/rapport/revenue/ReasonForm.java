package dev.rapport.revenue;

import dev.rapport.web.CalendarDay;
import dev.rapport.web.FormText;
import dev.rapport.web.ShortText;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.FormParam;
import java.time.LocalDate;

/** Reads why a customer left or stopped, as a form sends it. */
public record ReasonForm(
        @FormParam("about") @Pattern(regexp = "left|stopped", message = "reasons:aboutBad")
        String about,

        @FormParam("reason") @ShortText(max = 300, message = "reasons:reasonBad")
        String reason,

        @FormParam("day") @CalendarDay(message = "reasons:dayBad")
        String day) {

    public ReasonForm {
        about = FormText.stripped(about);
        reason = FormText.tidy(reason);
        day = FormText.stripped(day);
    }

    static ReasonForm blank(LocalDate day) {
        return new ReasonForm("left", "", day.toString());
    }

    /** Whether it says anything: signs alone are no reason. */
    boolean isWordless() {
        return reason.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    boolean isAfter(LocalDate today) {
        return FormText.day(day).filter(when -> when.isAfter(today)).isPresent();
    }
}
