package dev.rapport.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/kit")
public class KitResource {
    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance kit();
    }

    @GET
    @PermitAll
    public TemplateInstance kit() {
        return Templates.kit();
    }
}
