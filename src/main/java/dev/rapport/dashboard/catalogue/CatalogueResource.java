package dev.rapport.dashboard.catalogue;

import dev.rapport.dashboard.SliceRequest;
import dev.rapport.team.Role;
import dev.rapport.web.Revalidated;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Answers the catalogue, which says what every metric means. */
@Path("/catalogue")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class CatalogueResource {
    private final SliceRequest asked;

    CatalogueResource(SliceRequest asked) {
        this.asked = asked;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance catalogue(CataloguePage page);
    }

    @GET
    public TemplateInstance catalogue() {
        return Templates.catalogue(CataloguePage.of(asked.context().figures()));
    }
}
