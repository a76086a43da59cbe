package dev.rapport.dashboard.board;

import dev.rapport.dashboard.SliceRequest;
import dev.rapport.slice.Slice;
import dev.rapport.support.SupportLoad;
import dev.rapport.support.SupportLoad.By;
import dev.rapport.support.SupportLoad.Load;
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
import java.util.Locale;

/** Answers what support the customers need whom each channel or campaign brought. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class SupportLoadResource {
    private static final List<String> TITLES = List.of(
            "source",
            "known",
            "tickets",
            "customers",
            "tickets_per_100_customers",
            "first_response_seconds",
            "csat",
            "csat_answers",
            "cost",
            "cost_per_100_customers");

    private final SliceRequest asked;
    private final SupportLoad loads;
    private final Htmx htmx;

    SupportLoadResource(SliceRequest asked, SupportLoad loads, Htmx htmx) {
        this.asked = asked;
        this.loads = loads;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance supportLoad(SupportLoadPage page);

        static native TemplateInstance supportLoad$content(SupportLoadPage page);
    }

    @GET
    @Path("support/load")
    public TemplateInstance load() {
        SupportLoadPage page = page();
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.supportLoad(page), () -> Templates.supportLoad$content(page));
    }

    private SupportLoadPage page() {
        asked.slice();
        String way = asked.choice(SupportLoadPage.BY, SupportLoadPage.WAYS);
        return SupportLoadPage.of(
                loads.read(asked.slice(), By.valueOf(way.toUpperCase(Locale.ROOT))), way, asked.context());
    }

    /** What the page shows, with all digits. */
    @GET
    @Path("support/load.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        Slice slice = asked.slice();
        String way = asked.choice(SupportLoadPage.BY, SupportLoadPage.WAYS);
        List<Load> found = loads.read(slice, By.valueOf(way.toUpperCase(Locale.ROOT)));
        return CsvFile.of(List.of("support-load", "by", way), slice, table -> write(table, found));
    }

    private static void write(CsvTable table, List<Load> loads) throws IOException {
        TITLES.forEach(table::plain);
        table.end();
        for (Load load : loads) {
            table.text(load.source().name())
                    .plain(load.source().known().name().toLowerCase(Locale.ROOT))
                    .number(load.tickets())
                    .number(load.customers())
                    .number(load.ticketsPerHundred())
                    .number(load.firstResponse().value())
                    .number(load.csat().value())
                    .number(load.csat().n())
                    .number(load.cost())
                    .number(load.costPerHundred())
                    .end();
        }
    }
}
