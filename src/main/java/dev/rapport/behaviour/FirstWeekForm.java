package dev.rapport.behaviour;

import dev.rapport.team.Settings;
import dev.rapport.web.FormText;
import dev.rapport.web.ShortText;
import dev.rapport.web.WholeNumber;
import jakarta.ws.rs.FormParam;

/**
 * Reads by which event customers sign up and which shows that they have arrived, as a form sends it. Both events may be
 * left open.
 */
public record FirstWeekForm(
        @FormParam("signUp") @ShortText(max = 200, optional = true, message = "features:textBad")
        String signUp,

        @FormParam("keyEvent") @ShortText(max = 200, optional = true, message = "features:textBad")
        String keyEvent,

        @FormParam("days") @WholeNumber(min = 1, max = 7, message = "features:daysBad")
        String days) {
    public FirstWeekForm {
        signUp = FormText.stripped(signUp);
        keyEvent = FormText.stripped(keyEvent);
        days = FormText.stripped(days);
    }

    static FirstWeekForm of(Settings settings) {
        return new FirstWeekForm(
                FormText.stripped(settings.signUpEvent),
                FormText.stripped(settings.firstWeekEvent),
                Integer.toString(settings.firstWeekDays));
    }
}
