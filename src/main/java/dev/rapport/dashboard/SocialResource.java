package dev.rapport.dashboard;

import dev.rapport.team.Role;
import dev.rapport.web.Htmx;
import dev.rapport.web.Revalidated;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Answers what others say: tone, frustration, what they need, when and where. */
@Path("/social")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class SocialResource {
    private final SocialPages socials;
    private final Htmx htmx;

    SocialResource(SocialPages socials, Htmx htmx) {
        this.socials = socials;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance social(SocialPage page);

        static native TemplateInstance social$content(SocialPage page);
    }

    @GET
    public TemplateInstance social() {
        SocialPage page = socials.page();
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.social(page), () -> Templates.social$content(page));
    }
}
