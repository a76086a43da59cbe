package dev.rapport.dashboard.guide;

import dev.rapport.dashboard.SliceRequest;
import dev.rapport.journey.PreferenceReader;
import dev.rapport.journey.PreferenceTable;
import dev.rapport.team.Role;
import dev.rapport.web.CsvFile;
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
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Answers what each segment or channel prefers, as a page, a table and for programs. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class PreferredResource {
    private final SliceRequest asked;
    private final PreferenceReader reader;
    private final Htmx htmx;

    PreferredResource(SliceRequest asked, PreferenceReader reader, Htmx htmx) {
        this.asked = asked;
        this.reader = reader;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance preferred(PreferredPage page);

        static native TemplateInstance preferred$content(PreferredPage page);
    }

    @GET
    @Path("preferred")
    public TemplateInstance preferred() {
        PreferredLayout layout = layout();
        PreferredPage page = layout.page(table(layout));
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.preferred(page), () -> Templates.preferred$content(page));
    }

    @GET
    @Path("preferred.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        PreferredLayout layout = layout();
        PreferredFile file = PreferredFile.of(layout, table(layout));
        return CsvFile.of(List.of("preferred", layout.of().key(), layout.by()), asked.slice(), file::write);
    }

    @GET
    @Path("preferred.json")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public PreferredFile json() {
        PreferredLayout layout = layout();
        return PreferredFile.of(layout, table(layout));
    }

    private PreferredLayout layout() {
        asked.slice();
        return new PreferredLayout(
                PreferenceReader.Of.of(asked.choice(PreferredLayout.OF, PreferredLayout.whats())),
                asked.choice(PreferredLayout.BY, PreferredLayout.bys(asked.context())),
                asked.context());
    }

    private PreferenceTable table(PreferredLayout layout) {
        return reader.read(asked.slice(), layout.of(), layout.grouping());
    }
}
