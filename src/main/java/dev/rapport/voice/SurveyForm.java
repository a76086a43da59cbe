package dev.rapport.voice;

import dev.rapport.web.FormText;
import dev.rapport.web.ShortText;
import jakarta.ws.rs.FormParam;

/** A survey's name as a form sends it. */
public record SurveyForm(
        @FormParam("name") @ShortText(max = 200, message = "surveys:nameBad")
        String name) {
    static final SurveyForm BLANK = new SurveyForm("");

    public SurveyForm {
        name = FormText.tidy(name);
    }
}
