package dev.rapport.dashboard.catalogue;

import dev.rapport.dashboard.MetricAdvice;
import dev.rapport.dashboard.MetricTexts;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Definition;
import dev.rapport.team.Role;
import dev.rapport.web.CsvFile;
import dev.rapport.web.CsvTable;
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
import java.util.Locale;

/** Answers the catalogue, which says what every metric means. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class CatalogueResource {
    private static final List<String> TITLES = List.of(
            "key",
            "name",
            "topic",
            "unit",
            "better",
            "formula",
            "benchmark",
            "sources",
            "teams",
            "stage",
            "causes",
            "remedies");

    private final SliceRequest asked;

    CatalogueResource(SliceRequest asked) {
        this.asked = asked;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance catalogue(CataloguePage page);
    }

    @GET
    @Path("catalogue")
    public TemplateInstance catalogue() {
        return Templates.catalogue(page());
    }

    /** A line for each metric, in the words of the page. */
    @GET
    @Path("catalogue.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        CataloguePage page = page();
        Locale reader = asked.audience().locale();
        return CsvFile.of(List.of("catalogue"), table -> write(table, page, reader));
    }

    private CataloguePage page() {
        return CataloguePage.of(asked.context().figures());
    }

    static void write(CsvTable table, CataloguePage page, Locale reader) throws IOException {
        TITLES.forEach(table::plain);
        table.end();
        for (CataloguePage.Section section : page.sections()) {
            for (CataloguePage.Entry entry : section.entries()) {
                Definition definition =
                        Catalogue.find(entry.key()).orElseThrow().definition();
                table.plain(entry.key())
                        .text(MetricTexts.name(entry.key(), reader))
                        .text(section.title())
                        .plain(definition.unit().name().toLowerCase(Locale.ROOT))
                        .text(entry.better())
                        .text(MetricTexts.formula(entry.key(), reader))
                        .text(entry.benchmark())
                        .text(entry.sources())
                        .text(entry.teams())
                        .plain(entry.stage())
                        .text(entry.advice().map(MetricAdvice::causes).orElse(""))
                        .text(entry.advice().map(MetricAdvice::remedies).orElse(""))
                        .end();
            }
        }
    }
}
