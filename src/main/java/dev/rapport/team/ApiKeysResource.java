package dev.rapport.team;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys for programs: made, shown once, revoked. */
@Path("/settings/api-keys")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class ApiKeysResource {
    private static final int LONGEST_NAME = 100;

    private final SecurityIdentity identity;
    private final Clock clock;

    ApiKeysResource(SecurityIdentity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance apiKeys(ApiKeysPage page);
    }

    @GET
    public TemplateInstance list() {
        return Templates.apiKeys(ApiKeysPage.now(Optional.empty(), false));
    }

    /** Answers with the page itself, not a redirect: only this answer holds the key. */
    @POST
    @Transactional
    public Response create(@FormParam("name") @Nullable String name, @FormParam("scope") @Nullable String scope) {
        String called = name == null ? "" : name.strip();
        if (called.isEmpty()
                || called.length() > LONGEST_NAME
                || called.indexOf('\0') >= 0
                || !Set.of(Role.READ, Role.INGEST).contains(String.valueOf(scope))) {
            return Response.status(422)
                    .entity(Templates.apiKeys(ApiKeysPage.now(Optional.empty(), true)))
                    .build();
        }
        ApiKey.Created created = ApiKey.create(called, String.valueOf(scope), who(), clock.instant());
        AuditEntry.write(who(), "api key created", created.key().prefix, clock.instant());
        return Response.ok(Templates.apiKeys(ApiKeysPage.now(Optional.of(created.secret()), false)))
                .build();
    }

    @POST
    @Path("{id}/revocation")
    @Transactional
    public Response revoke(@PathParam("id") int id) {
        ApiKey key = ApiKey.<ApiKey>findByIdOptional(id).orElseThrow(NotFoundException::new);
        key.revoke(clock.instant());
        AuditEntry.write(who(), "api key revoked", key.prefix, clock.instant());
        return Response.seeOther(URI.create("/settings/api-keys")).build();
    }

    private String who() {
        return identity.getPrincipal().getName();
    }
}
