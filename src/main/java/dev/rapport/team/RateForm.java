package dev.rapport.team;

import dev.rapport.web.FormText;
import jakarta.ws.rs.FormParam;

/** An exchange rate as a form sends it; {@link ExchangeRate} says what is wrong with it. */
public record RateForm(
        @FormParam("day") String day,
        @FormParam("currency") String currency,
        @FormParam("rate") String rate) {
    static final RateForm BLANK = new RateForm("", "", "");

    public RateForm {
        day = FormText.stripped(day);
        currency = FormText.stripped(currency);
        rate = FormText.stripped(rate);
    }
}
