package dev.rapport.dashboard.guide;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.rapport.behaviour.LinkClicks;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.metric.ConfidenceInterval;
import dev.rapport.metric.CountedShare;
import dev.rapport.metric.Definition.Unit;
import dev.rapport.metric.Figure;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
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
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers how often each link or button of a page is clicked, as a page, a table and for programs. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class LinkClicksResource {
    private static final int SHOWN = 50;

    private final SliceRequest asked;
    private final ReadTransactions readTransactions;
    private final LinkClicks reader;
    private final Htmx htmx;

    LinkClicksResource(SliceRequest asked, ReadTransactions readTransactions, LinkClicks reader, Htmx htmx) {
        this.asked = asked;
        this.readTransactions = readTransactions;
        this.reader = reader;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance linkClicks(LinkClicksPage page);

        static native TemplateInstance linkClicks$content(LinkClicksPage page);
    }

    @GET
    @Path("pages/links")
    public TemplateInstance links() {
        LinkClicksPage page = page(read());
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.linkClicks(page), () -> Templates.linkClicks$content(page));
    }

    @GET
    @Path("pages/links.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        List<Row> rows = rows();
        return CsvFile.of(List.of("pages", "links"), asked.slice(), table -> write(rows, table));
    }

    @GET
    @Path("pages/links.json")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Json json() {
        Slice slice = asked.slice();
        return new Json(
                slice.period().from().toString(), slice.period().lastDay().toString(), slice.toQuery(), rows());
    }

    public record Json(String from, String to, String query, List<Row> rows) {}

    /** @param views of the page, @param clicked those in which it was clicked, @param rate in per cent */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Row(
            String page,
            String link,
            long views,
            long clicked,
            Optional<BigDecimal> rate,
            Optional<Double> low,
            Optional<Double> high) {
        private static Row of(LinkClicks.Link link) {
            Figure figure = link.clicked().figure();
            return new Row(
                    link.page(),
                    link.link(),
                    link.clicked().whole(),
                    link.clicked().part(),
                    figure.value(),
                    figure.interval().map(ConfidenceInterval::low),
                    figure.interval().map(ConfidenceInterval::high));
        }
    }

    private List<LinkClicks.Link> read() {
        Slice slice = asked.slice();
        return readTransactions.read(readTransaction -> reader.links(readTransaction, slice));
    }

    private List<Row> rows() {
        return read().stream().map(Row::of).toList();
    }

    private static void write(List<Row> rows, CsvTable table) throws IOException {
        for (String title : List.of("page", "link", "views", "clicked", "rate", "low", "high")) {
            table.plain(title);
        }
        table.end();
        for (Row row : rows) {
            table.text(row.page).text(row.link).number(row.views).number(row.clicked);
            table.number(row.rate)
                    .number(row.low.map(BigDecimal::valueOf))
                    .number(row.high.map(BigDecimal::valueOf))
                    .end();
        }
    }

    private LinkClicksPage page(List<LinkClicks.Link> found) {
        PageLinks links = new PageLinks("/pages/links", asked.slice());
        CountedShare all = new CountedShare(
                found.stream().mapToLong(link -> link.clicked().part()).sum(),
                found.stream().mapToLong(link -> link.clicked().whole()).sum());
        return new LinkClicksPage(
                links.url(),
                asked.context().period(),
                FilterBar.of(links, asked.choices(), Set.of(), asked.context().periods())
                        .withoutTrend(),
                links.extras(),
                found.stream().limit(SHOWN).map(link -> row(link, all, links)).toList(),
                found.size() > SHOWN
                        ? asked.context().words(LinkClicksMessages.class).cut(count(SHOWN), count(found.size()))
                        : "",
                links.metric("link_ctr"),
                links.to("/pages/links.csv"),
                links.to("/pages/links.json"));
    }

    private LinkClicksPage.Row row(LinkClicks.Link link, CountedShare all, PageLinks links) {
        FigureText text = asked.context().figures();
        Figure figure = link.clicked().figure();
        Slice alone = links.slice()
                .withOption(SliceOption.PAGE_PATH, Optional.of(link.page()))
                .withOption(SliceOption.LINK, Optional.of(link.link()));
        return new LinkClicksPage.Row(
                link.page(),
                link.link(),
                links.with(alone).metric("link_ctr"),
                count(link.clicked().whole()),
                count(link.clicked().part()),
                text.figure(Unit.PERCENT, figure),
                figure.interval()
                        .map(interval -> text.value(Unit.PERCENT, interval.low()) + " – "
                                + text.value(Unit.PERCENT, interval.high()))
                        .orElse(""),
                link.clicked().isClearlyBelow(all));
    }

    private String count(long number) {
        return asked.audience().numbers().count(number);
    }
}
