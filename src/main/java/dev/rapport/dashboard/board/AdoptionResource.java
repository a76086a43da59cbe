package dev.rapport.dashboard.board;

import dev.rapport.behaviour.AdoptionReader;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.metric.Adoption;
import dev.rapport.team.Role;
import dev.rapport.web.CsvFile;
import dev.rapport.web.CsvTable;
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
import java.io.IOException;
import java.util.List;

/** Answers how features were taken up: a part of the product's page that is asked for when somebody gets there. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class AdoptionResource {
    private final SliceRequest asked;
    private final AdoptionReader reader;
    private final Htmx htmx;

    AdoptionResource(SliceRequest asked, AdoptionReader reader, Htmx htmx) {
        this.asked = asked;
        this.reader = reader;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance adoption(AdoptionPage page);

        static native TemplateInstance adoption$table(AdoptionPage page);
    }

    @GET
    @Path("product/adoption")
    public TemplateInstance adoption() {
        AdoptionPage page = AdoptionPage.of(reader.read(asked.slice()), asked.context());
        return htmx.choose(() -> Templates.adoption(page), () -> Templates.adoption$table(page));
    }

    /** A line for each feature and week. */
    @GET
    @Path("product/adoption.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        List<Adoption> adoptions = reader.read(asked.slice());
        return CsvFile.of(List.of("adoption"), asked.slice(), table -> write(adoptions, table));
    }

    private static void write(List<Adoption> adoptions, CsvTable table) throws IOException {
        table.plain("feature").plain("released").plain("week").plain("first_use");
        table.plain("users").plain("active").plain("share").end();
        for (Adoption adoption : adoptions) {
            for (Adoption.Week week : adoption.weeks()) {
                table.text(adoption.key()).plain(adoption.released().toString());
                table.plain(week.start().toString()).number(week.fresh()).number(week.users());
                table.number(week.active()).number(week.share().value()).end();
            }
        }
    }
}
