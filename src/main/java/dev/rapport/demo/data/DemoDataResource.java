package dev.rapport.demo.data;

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
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the demo data is, and its removal before real use. */
@Path("/demo-data")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class DemoDataResource {
    private final DemoData demoData;
    private final SecurityIdentity identity;

    DemoDataResource(DemoData demoData, SecurityIdentity identity) {
        this.demoData = demoData;
        this.identity = identity;
    }

    /**
     * @param present whether there is something to remove
     * @param unconfirmed removal was asked for without saying yes
     */
    record DemoDataPage(boolean present, boolean unconfirmed) {}

    @CheckedTemplate(basePath = "demo")
    static class Templates {
        static native TemplateInstance demoData(DemoDataPage page);
    }

    @GET
    public TemplateInstance show() {
        return Templates.demoData(new DemoDataPage(demoData.isPresent(), false));
    }

    @POST
    public Response remove(@FormParam("sure") @Nullable String sure) throws SQLException {
        if (!"yes".equals(sure)) {
            return Response.status(422)
                    .entity(Templates.demoData(new DemoDataPage(demoData.isPresent(), true)))
                    .build();
        }
        String who = identity.getPrincipal().getName();
        if (demoData.remove(who)) {
            QuarkusTransaction.requiringNew().run(() -> AuditEntry.write(who, "demo data removed", "", Instant.now()));
        }
        return Response.seeOther(URI.create("/demo-data")).build();
    }
}
