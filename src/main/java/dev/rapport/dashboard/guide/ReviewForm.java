package dev.rapport.dashboard.guide;

import dev.rapport.web.CalendarDay;
import dev.rapport.web.FormText;
import jakarta.ws.rs.FormParam;

/** When a target is looked at next, as a form sends it. */
public record ReviewForm(
        @FormParam("next") @CalendarDay(message = "review:nextBad")
        String next) {
    public ReviewForm {
        next = FormText.stripped(next);
    }
}
