package dev.rapport.behaviour;

import dev.rapport.team.AuditWords;
import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.team.SettingsChange;
import dev.rapport.web.Reader;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Answers the settings of which paths are one page. Changing it spells all pages anew; what they count for is counted
 * anew.
 */
@Path("/settings/pages")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class PagesResource {
    private final SettingsChange change;
    private final Reader reader;
    private final GoalsResource goals;
    private final Jdbi jdbi;

    PagesResource(SettingsChange change, Reader reader, GoalsResource goals, Jdbi jdbi) {
        this.change = change;
        this.reader = reader;
        this.goals = goals;
        this.jdbi = jdbi;
    }

    @POST
    @Transactional
    public Response slash(@FormParam("slash") @Nullable String slash) {
        Settings settings = Settings.current();
        boolean matters = "matters".equals(slash);
        if (settings.pageSlashMatters != matters) {
            settings.pageSlashMatters = matters;
            Settings.flush();
            change.note("slash at a page's end", AuditWords.word(matters ? "matters" : "does_not_matter"));
            jdbi.useHandle(PageSpelling::spellAll);
        }
        return change.saved(words().pagesSaved(), GoalsResource.HERE, goals::content);
    }

    private GoalMessages words() {
        return reader.words(GoalMessages.class);
    }
}
