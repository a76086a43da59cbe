package dev.rapport.team;

import dev.rapport.web.ErrorPage;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Answers the addresses at which people sign on and off. */
@Path("/")
public class SignOnResource {
    private final SecurityIdentity identity;
    private final OidcSession session;
    private final ProviderLogout provider;
    private final RoutingContext request;

    SignOnResource(SecurityIdentity identity, OidcSession session, ProviderLogout provider, RoutingContext request) {
        this.identity = identity;
        this.session = session;
        this.provider = provider;
        this.request = request;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance signOut();

        static native TemplateInstance signedOut(boolean everywhere);
    }

    /** Each team lands on its own page. */
    @GET
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.PERSONAL_DATA})
    public Response landing() {
        return Response.seeOther(URI.create(home())).build();
    }

    private String home() {
        if (identity.hasRole(Role.ADMIN)) {
            return "/overview";
        }
        if (identity.hasRole(Role.MARKETING)) {
            return "/marketing";
        }
        return identity.hasRole(Role.SUPPORT) ? "/support" : "/customers/list";
    }

    /** Asks only, as nothing may change by an address that somebody is made to open. */
    @GET
    @Path("sign-out")
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance signOut() {
        return Templates.signOut();
    }

    @POST
    @Path("sign-out")
    @PermitAll
    public Response endSession() {
        AuthorizationCodeTokens tokens = request.get(AuthorizationCodeTokens.class.getName());
        boolean everywhere = true;
        if (tokens != null) {
            session.logout().await().indefinitely();
            everywhere = tokens.getRefreshToken() != null && provider.end(request, tokens.getRefreshToken());
        }
        return Response.seeOther(URI.create(everywhere ? SignOn.SIGNED_OUT : SignOn.SIGNED_OUT + "?here=true"))
                .build();
    }

    /** Keycloak sends the browser back here with its code, which sign-on takes; nobody else has business here. */
    @GET
    @Path("sign-in")
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.PERSONAL_DATA})
    public Response signIn() {
        return landing();
    }

    /** Where sign-on sends the browser when Keycloak refused. */
    @GET
    @Path("sign-in-failed")
    @PermitAll
    public Response signInFailed(@Context HttpServerRequest request) {
        return ErrorPage.response(401, "", request);
    }

    @GET
    @Path("signed-out")
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    // What the browser kept of the pages seen is not for whoever sits down next.
    @ResponseHeader(name = "Clear-Site-Data", value = "\"cache\"")
    public TemplateInstance signedOut(@QueryParam("here") boolean here) {
        return Templates.signedOut(!here);
    }
}
