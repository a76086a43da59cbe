package dev.rapport.dashboard;

import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Definition.Unit;
import dev.rapport.metric.Figure;
import dev.rapport.slice.Slice;
import dev.rapport.support.SupportLoad;
import dev.rapport.support.SupportLoad.By;
import dev.rapport.support.SupportLoad.Load;
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
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Answers what support the customers need whom each channel or campaign brought. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class SupportLoadResource {
    private static final String BY = "source";
    private static final List<String> WAYS = List.of("channel", "campaign");

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
        String way = asked.choice(BY, WAYS);
        PageLinks links = new PageLinks("/support/load", asked.slice()).with(BY, way.equals(WAYS.get(0)) ? "" : way);
        List<Load> found = loads.read(asked.slice(), By.valueOf(way.toUpperCase(Locale.ROOT)));
        SupportLoadMessages words = asked.reader().words(SupportLoadMessages.class);
        long most = found.stream().mapToLong(Load::tickets).max().orElse(0);
        return new SupportLoadPage(
                links.url(),
                asked.periods().period(asked.slice().period()),
                FilterBar.of(links, asked.choices(), Set.of(), asked.periods()).withoutTrend(),
                links.extras(),
                List.of(
                        tab(links, way, WAYS.get(0), words.byChannel()),
                        tab(links, way, WAYS.get(1), words.byCampaign())),
                found.stream().map(load -> row(load, most, words)).toList(),
                found.stream().anyMatch(load -> load.cost().isPresent()),
                links.metric("ticket_volume"),
                links.metric("first_response_time"),
                links.metric("csat"),
                links.to("/support/load.csv"));
    }

    private static BoardPage.Tab tab(PageLinks links, String chosen, String way, String name) {
        return new BoardPage.Tab(
                name, links.with(BY, way.equals(WAYS.get(0)) ? "" : way).url(), chosen.equals(way));
    }

    private SupportLoadPage.Row row(Load load, long most, SupportLoadMessages words) {
        FigureText text = asked.figures();
        return new SupportLoadPage.Row(
                switch (load.source().known()) {
                    case NAMED -> load.source().name();
                    case NONE -> words.none();
                    case UNKNOWN -> words.unknown();
                },
                load.source().known() == SupportLoad.Known.NAMED,
                text.numbers().count(load.tickets()),
                most == 0 ? 0 : (int) (100 * load.tickets() / most),
                text.numbers().count(load.customers()),
                shown(Unit.RATIO, load.ticketsPerHundred(), text),
                shown("first_response_time", load.firstResponse(), text),
                load.firstResponse().n() < Figure.FEW,
                shown("csat", load.csat(), text),
                load.csat().n() < Figure.FEW,
                shown(Unit.MONEY, load.costPerHundred(), text),
                shown(Unit.MONEY, load.cost(), text));
    }

    private static String shown(String metric, Figure figure, FigureText text) {
        return shown(Catalogue.find(metric).orElseThrow().definition().unit(), figure.value(), text);
    }

    private static String shown(Unit unit, Optional<BigDecimal> value, FigureText text) {
        return value.map(known -> text.value(unit, known)).orElse("");
    }

    /** What the page shows, with all digits. */
    @GET
    @Path("support/load.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        Slice slice = asked.slice();
        String way = asked.choice(BY, WAYS);
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
