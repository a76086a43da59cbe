package dev.rapport.team;

import dev.rapport.web.Flash;
import dev.rapport.web.Form;
import dev.rapport.web.FormCheck;
import dev.rapport.web.Htmx;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Handles what every settings page does with a form: keeps who changed what, and answers. A browser without script is
 * sent to the page that shows the change; HTMX gets the fragment, with the sentence for the live region.
 */
@RequestScoped
public class SettingsChange {
    private final SecurityIdentity identity;
    private final Htmx htmx;
    private final Flash flash;
    private final FormCheck check;
    private final Clock clock;

    SettingsChange(SecurityIdentity identity, Htmx htmx, Flash flash, FormCheck check, Clock clock) {
        this.identity = identity;
        this.htmx = htmx;
        this.flash = flash;
        this.check = check;
        this.clock = clock;
    }

    /** @param id of what the form changes; 0 when it adds */
    public <F> Form<F> check(int id, F sent) {
        return check.check(id, sent);
    }

    public String who() {
        return identity.getPrincipal().getName();
    }

    public Instant now() {
        return clock.instant();
    }

    /** Call it in the transaction of the change. */
    public void note(String action, String detail) {
        AuditEntry.write(who(), action, detail, now());
    }

    /** Pages with figures show it, too: what they are kept by must move. */
    public void showsInFigures() {
        Settings.current().updatedAt = now();
    }

    public Response saved(String said, String page, Supplier<TemplateInstance> fragment) {
        if (htmx.wantsFragment()) {
            flash.sayHere(said);
            return Response.ok(fragment.get()).build();
        }
        flash.say(said);
        return Response.seeOther(URI.create(page)).build();
    }

    /** Leaves the form for another page, also from HTMX. */
    public Response savedAndLeft(String said, String page) {
        flash.say(said);
        return htmx.wantsFragment()
                ? Response.noContent().header("HX-Redirect", page).build()
                : Response.seeOther(URI.create(page)).build();
    }

    /** The form as it was sent, with what is wrong. */
    public Response refused(Supplier<TemplateInstance> page, Supplier<TemplateInstance> fragment) {
        return Response.status(422).entity(htmx.choose(page, fragment)).build();
    }
}
