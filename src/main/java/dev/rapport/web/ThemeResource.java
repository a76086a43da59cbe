package dev.rapport.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Switches between light and dark for readers without scripts; with scripts the switch never leaves the page. */
@Path("/theme")
public class ThemeResource {
    private static final int ONE_YEAR = 365 * 24 * 60 * 60;

    @POST
    @PermitAll
    public Response choose(
            @FormParam("theme") @Nullable String theme, @HeaderParam("Referer") @Nullable String referer) {
        NewCookie cookie = new NewCookie.Builder(Theme.COOKIE)
                .value(Theme.of(theme == null ? "" : theme).key())
                .path("/")
                .maxAge(ONE_YEAR)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return Response.seeOther(back(referer)).cookie(cookie).build();
    }

    /** Only the path of where one came from: never to another site. */
    private static URI back(@Nullable String referer) {
        if (referer == null) {
            return URI.create("/");
        }
        try {
            URI from = URI.create(referer);
            String path = from.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return URI.create("/");
            }
            return URI.create(path + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery()));
        } catch (IllegalArgumentException e) {
            return URI.create("/");
        }
    }
}
