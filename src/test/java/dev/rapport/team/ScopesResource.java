package dev.rapport.team;

import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.SliceFault;
import dev.rapport.web.TooBusyException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;

/** Endpoints that want nothing but a scope. */
@Path("/test-scopes")
public class ScopesResource {
    @GET
    @Path("read")
    @RolesAllowed(Role.READ)
    public String read() {
        return "read";
    }

    /** Takes its time. */
    @GET
    @Path("dawdling")
    @RolesAllowed(Role.READ)
    public String dawdle() throws InterruptedException {
        Thread.sleep(400);
        return "done";
    }

    @GET
    @Path("ingest")
    @RolesAllowed(Role.INGEST)
    public String mayIngest() {
        return "ingest";
    }

    @POST
    @Path("ingest")
    @RolesAllowed(Role.INGEST)
    public String ingest() {
        return "ingested";
    }

    /** Has no annotation, so that it answers nobody. */
    @GET
    @Path("forgotten")
    public String forgotten() {
        return "open";
    }

    @GET
    @Path("broken")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed(Role.READ)
    public String broken() {
        throw new IllegalStateException("secret detail");
    }

    @GET
    @Path("slow")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed(Role.READ)
    public String slow() {
        throw new IllegalStateException(new SQLException("canceling statement due to statement timeout", "57014"));
    }

    @GET
    @Path("busy")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed(Role.READ)
    public String busy() {
        throw new TooBusyException();
    }

    @GET
    @Path("bad")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed(Role.READ)
    public String bad() {
        throw new BadSliceException("period", SliceFault.NO_SUCH_VALUE);
    }
}
