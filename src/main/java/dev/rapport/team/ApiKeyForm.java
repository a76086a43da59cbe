package dev.rapport.team;

import dev.rapport.web.FormText;
import dev.rapport.web.ShortText;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.FormParam;

/** A key that is to be made, as a form sends it. */
public record ApiKeyForm(
        @FormParam("name") @ShortText(max = 100, message = "team:nameNeeded")
        String name,

        @FormParam("scope")
        @Pattern(regexp = Role.READ + "|" + Role.READ_IDS + "|" + Role.INGEST, message = "team:scopeNeeded")
        String scope) {
    public ApiKeyForm {
        name = FormText.stripped(name);
        scope = FormText.stripped(scope);
    }
}
