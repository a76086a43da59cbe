package dev.rapport.dashboard.guide;

import dev.rapport.behaviour.PageLengths;
import dev.rapport.behaviour.PageWork;
import dev.rapport.behaviour.PageWorkReader;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.web.CsvFile;
import dev.rapport.web.CsvTable;
import dev.rapport.web.Htmx;
import dev.rapport.web.JsonTable;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers which pages lose people, which are read longer than their length suggests, and what to do about it. */
@Path("/")
@Blocking
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class PageWorkResource {
    private static final String HERE = "/pages";

    private final SliceRequest asked;
    private final PageWorkReader reader;
    private final PageLengths lengths;
    private final SettingsChange change;
    private final Htmx htmx;

    PageWorkResource(SliceRequest asked, PageWorkReader reader, PageLengths lengths, SettingsChange change, Htmx htmx) {
        this.asked = asked;
        this.reader = reader;
        this.lengths = lengths;
        this.change = change;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance pageWork(PageWorkPage page);

        static native TemplateInstance pageWork$content(PageWorkPage page);
    }

    @GET
    @Path("pages")
    public TemplateInstance pages() {
        PageWorkPage page = page(lengths.text(), "");
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.pageWork(page), () -> Templates.pageWork$content(page));
    }

    /** Every page, the most viewed first, with what its figures are counted from. */
    @GET
    @Path("pages.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        PageWorkReader.Pages found = reader.read(asked.slice());
        return CsvFile.of(List.of("pages"), asked.slice(), table -> write(found, table));
    }

    /** The same for programs. */
    @GET
    @Path("pages.json")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response json() {
        PageWorkReader.Pages found = reader.read(asked.slice());
        return JsonTable.of(asked.slice(), table -> write(found, table));
    }

    @POST
    @Path("pages/lengths")
    @RolesAllowed(Role.ADMIN)
    public Response lengths(@FormParam("lengths") @Nullable String sent) {
        String text = sent == null ? "" : sent;
        PageLengths.Read read = PageLengths.read(text);
        if (read.wrong().isPresent()) {
            PageWorkPage page = page(text, words().lengthsBad(read.wrong().get()));
            return change.refused(() -> Templates.pageWork(page), () -> Templates.pageWork$content(page));
        }
        lengths.replace(read.words());
        return change.savedAndLeft(words().saved(), HERE);
    }

    private PageWorkPage page(String text, String problem) {
        return new PageWorkLayout(asked.context()).page(reader.read(asked.slice()), text, problem);
    }

    private static void write(PageWorkReader.Pages found, CsvTable table) throws IOException {
        for (String title : List.of(
                "page",
                "views",
                "exits",
                "onward",
                "timed",
                "median_seconds",
                "words",
                "usual_seconds",
                "deep",
                "deep_left",
                "signals")) {
            table.plain(title);
        }
        table.end();
        List<PageWork> sorted = found.pages().stream()
                .sorted(Comparator.comparing(PageWork::views).reversed().thenComparing(PageWork::page))
                .toList();
        for (PageWork page : sorted) {
            table.text(page.page()).number(page.views()).number(page.exits()).number(page.onward());
            table.number(page.timed()).number(page.median().map(BigDecimal::valueOf));
            table.number(page.words().map(BigDecimal::valueOf))
                    .number(page.usualSeconds().map(BigDecimal::valueOf));
            table.number(page.deep()).number(page.deepLeft());
            table.plain(found.all().map(page::signals).orElseGet(List::of).stream()
                            .map(PageWorkLayout::key)
                            .collect(Collectors.joining(" ")))
                    .end();
        }
    }

    private PageWorkMessages words() {
        return asked.context().words(PageWorkMessages.class);
    }
}
