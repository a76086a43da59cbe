package dev.rapport.journey;

import dev.rapport.web.FormText;
import dev.rapport.web.WholeNumber;
import jakarta.ws.rs.FormParam;

/** The days a journey may take, as a form sends them. */
public record WindowForm(
        @FormParam("days") @WholeNumber(min = 1, max = 365, message = "journey:windowBad")
        String days) {
    public WindowForm {
        days = FormText.stripped(days);
    }
}
