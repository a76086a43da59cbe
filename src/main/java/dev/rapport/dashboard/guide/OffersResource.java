package dev.rapport.dashboard.guide;

import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.metric.Figure;
import dev.rapport.revenue.BoughtTogether;
import dev.rapport.revenue.BoughtTogetherReader;
import dev.rapport.slice.Slice;
import dev.rapport.team.Role;
import dev.rapport.web.CsvFile;
import dev.rapport.web.CsvTable;
import dev.rapport.web.Htmx;
import dev.rapport.web.JsonTable;
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

/** Answers what to offer next to who bought something, in a slice. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class OffersResource {
    private final SliceRequest asked;
    private final ReadTransactions readTransactions;
    private final BoughtTogetherReader reader;
    private final Htmx htmx;

    OffersResource(SliceRequest asked, ReadTransactions readTransactions, BoughtTogetherReader reader, Htmx htmx) {
        this.asked = asked;
        this.readTransactions = readTransactions;
        this.reader = reader;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance offers(OffersPage page);

        static native TemplateInstance offers$content(OffersPage page);
    }

    @GET
    @Path("offers")
    public TemplateInstance offers() {
        OffersPage page = OffersPage.of(pairs(), asked.context());
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.offers(page), () -> Templates.offers$content(page));
    }

    @GET
    @Path("offers.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        List<BoughtTogether.Offer> pairs = pairs();
        return CsvFile.of(List.of("offers"), asked.slice(), table -> write(pairs, table));
    }

    /** The same for programs. */
    @GET
    @Path("offers.json")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response json() {
        List<BoughtTogether.Offer> pairs = pairs();
        return JsonTable.of(asked.slice(), table -> write(pairs, table));
    }

    private List<BoughtTogether.Offer> pairs() {
        Slice slice = asked.slice();
        return readTransactions.read(
                readTransaction -> reader.read(readTransaction, slice).pairs());
    }

    private static void write(List<BoughtTogether.Offer> pairs, CsvTable table) throws IOException {
        for (String title : List.of(
                "bought", "product", "buyers", "both", "share", "low", "high", "all_buyers", "all_bought", "stands")) {
            table.plain(title);
        }
        table.end();
        for (BoughtTogether.Offer pair : pairs) {
            Figure figure = pair.share().figure();
            table.text(pair.bought()).text(pair.product());
            table.number(pair.share().whole()).number(pair.share().part()).number(figure.value());
            table.number(figure.interval().map(interval -> BigDecimal.valueOf(interval.low())));
            table.number(figure.interval().map(interval -> BigDecimal.valueOf(interval.high())));
            table.number(pair.everybody().whole()).number(pair.everybody().part());
            table.plain(Boolean.toString(pair.stands())).end();
        }
    }
}
