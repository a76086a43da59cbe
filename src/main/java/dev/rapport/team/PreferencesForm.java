package dev.rapport.team;

import dev.rapport.web.FormText;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.FormParam;

/** What a person chooses for themselves, as a form sends it. */
public record PreferencesForm(
        @FormParam("csv") @Pattern(regexp = "comma|semicolon", message = "preferences:csvBad")
        String csv) {
    public PreferencesForm {
        csv = FormText.stripped(csv);
    }
}
