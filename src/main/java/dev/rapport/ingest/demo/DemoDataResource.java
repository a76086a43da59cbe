package dev.rapport.ingest.demo;

import dev.rapport.team.AuditEntry;
import dev.rapport.team.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Answers what the demo data are, and removes them before real use. */
@Path("/demo-data")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class DemoDataResource {
    private final DemoImport demoImport;
    private final SecurityIdentity identity;
    private final Clock clock;

    DemoDataResource(DemoImport demoImport, SecurityIdentity identity, Clock clock) {
        this.demoImport = demoImport;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * @param present whether there is something to remove
     * @param unconfirmed removal was asked for without saying yes
     */
    record DemoDataPage(boolean present, boolean unconfirmed) {}

    @CheckedTemplate(basePath = "ingest")
    static class Templates {
        static native TemplateInstance demoData(DemoDataPage page);
    }

    @GET
    public TemplateInstance show() {
        return Templates.demoData(new DemoDataPage(demoImport.isPresent(), false));
    }

    @POST
    public Response remove(@FormParam("sure") @Nullable String sure) {
        if (!"yes".equals(sure)) {
            return Response.status(422)
                    .entity(Templates.demoData(new DemoDataPage(demoImport.isPresent(), true)))
                    .build();
        }
        String who = identity.getPrincipal().getName();
        if (demoImport.remove(who)) {
            QuarkusTransaction.requiringNew()
                    .run(() -> AuditEntry.write(who, "demo data removed", "", clock.instant()));
        }
        return Response.seeOther(URI.create("/demo-data")).build();
    }
}
