package dev.rapport.team;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Endpoints that want nothing but a scope. */
@Path("/test-scopes")
public class ScopesResource {
    @GET
    @Path("read")
    @RolesAllowed(Role.READ)
    public String read() {
        return "read";
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
    @RolesAllowed(Role.READ)
    public String broken() {
        throw new IllegalStateException("secret detail");
    }
}
