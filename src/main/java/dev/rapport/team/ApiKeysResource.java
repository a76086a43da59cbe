package dev.rapport.team;

import dev.rapport.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Answers the settings of keys for programs: made, shown once, revoked. */
@Path("/settings/api-keys")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class ApiKeysResource {
    private static final Form<ApiKeyForm> BLANK = Form.unsent(0, new ApiKeyForm("", Role.READ));

    private final SettingsChange change;
    private final SecurityTrail trail;

    ApiKeysResource(SettingsChange change, SecurityTrail trail) {
        this.change = change;
        this.trail = trail;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance apiKeys(ApiKeysPage page);
    }

    @GET
    public TemplateInstance list() {
        return page(Optional.empty(), BLANK);
    }

    /** Answers with the page itself, not a redirect: only this answer holds the key. */
    @POST
    @Transactional
    public Response create(@BeanParam ApiKeyForm sent) {
        Form<ApiKeyForm> form = change.check(0, sent);
        if (form.isBad()) {
            return Response.status(422).entity(page(Optional.empty(), form)).build();
        }
        ApiKey.Created created = ApiKey.create(sent.name(), sent.scope(), change.who(), change.now());
        change.note("api key created", created.key().prefix);
        trail.log(change.who(), "api key created", created.key().prefix);
        return Response.ok(page(Optional.of(created.secret()), BLANK)).build();
    }

    @POST
    @Path("{id}/revocation")
    @Transactional
    public Response revoke(@PathParam("id") int id) {
        ApiKey key = ApiKey.<ApiKey>findByIdOptional(id).orElseThrow(NotFoundException::new);
        key.revoke(change.now());
        change.note("api key revoked", key.prefix);
        trail.log(change.who(), "api key revoked", key.prefix);
        return Response.seeOther(URI.create("/settings/api-keys")).build();
    }

    private static TemplateInstance page(Optional<String> secret, Form<ApiKeyForm> form) {
        return Templates.apiKeys(ApiKeysPage.now(secret, form));
    }
}
