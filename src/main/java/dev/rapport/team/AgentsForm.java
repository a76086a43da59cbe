package dev.rapport.team;

import dev.rapport.web.FormText;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.FormParam;

/** Reads whether agents may be named, as a form sends it. */
public record AgentsForm(
        @FormParam("agents") @Pattern(regexp = "shown|hidden", message = "settings:agentsUnknown")
        String agents) {
    public AgentsForm {
        agents = FormText.stripped(agents);
    }

    static AgentsForm of(Settings settings) {
        return new AgentsForm(settings.agentsHidden ? "hidden" : "shown");
    }

    boolean isHidden() {
        return agents.equals("hidden");
    }
}
