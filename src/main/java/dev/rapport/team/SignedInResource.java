package dev.rapport.team;

import dev.rapport.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;

/** Answers who is signed in, and ends all sessions of a person at once. */
@Path("/settings/signed-in")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class SignedInResource {
    private static final int EVENTS = 50;

    private final TokenTable table;
    private final SecurityTrail trail;
    private final ProviderLogout provider;
    private final SettingsChange change;
    private final Reader reader;
    private final RoutingContext request;

    SignedInResource(
            TokenTable table,
            SecurityTrail trail,
            ProviderLogout provider,
            SettingsChange change,
            Reader reader,
            RoutingContext request) {
        this.table = table;
        this.trail = trail;
        this.provider = provider;
        this.change = change;
        this.reader = reader;
        this.request = request;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance signedIn(SignedInPage page);
    }

    @GET
    public TemplateInstance list() {
        return Templates.signedIn(SignedInPage.of(
                table.signedIn(change.now()),
                trail.newestFirst(EVENTS),
                Settings.current().zoneId(),
                reader.locale()));
    }

    /** Here first, which is what counts, then at Keycloak, where the person would else not be asked for a password. */
    @POST
    @Path("{subject}/end")
    public Response end(@PathParam("subject") String subject) {
        for (TokenTable.Ended ended : table.deleteSubject(subject)) {
            trail.note(change.who(), "sessions ended", ended.person());
            if (ended.refreshToken() != null) {
                provider.endSealed(request, Objects.requireNonNull(ended.refreshToken()));
            }
        }
        return Response.seeOther(URI.create("/settings/signed-in")).build();
    }
}
