package dev.rapport.dashboard.board;

import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Change;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQueries;
import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.web.CsvFile;
import dev.rapport.web.CsvTable;
import dev.rapport.web.Htmx;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers the metrics that a person chose; nobody else sees or changes their list. */
@Path("/my-metrics")
@Blocking
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class OwnMetricsResource {
    private static final String HERE = "/my-metrics";
    private static final int MANY = 9;

    private final SliceRequest asked;
    private final MetricQueries metrics;
    private final OwnMetrics own;
    private final SettingsChange change;
    private final Htmx htmx;

    OwnMetricsResource(SliceRequest asked, MetricQueries metrics, OwnMetrics own, SettingsChange change, Htmx htmx) {
        this.asked = asked;
        this.metrics = metrics;
        this.own = own;
        this.change = change;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance ownMetrics(OwnMetricsPage page);

        static native TemplateInstance ownMetrics$content(OwnMetricsPage page);
    }

    @GET
    public TemplateInstance list() {
        OwnMetricsPage page = page("");
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.ownMetrics(page), () -> Templates.ownMetrics$content(page));
    }

    /** Adds to the list what the guide offered and the person ticked. */
    @POST
    public Response add(@FormParam("metric") @Nullable List<String> chosen) {
        List<String> keys = chosen == null ? List.of() : chosen;
        if (keys.isEmpty() || keys.stream().anyMatch(Predicate.not(OwnMetricsResource::known))) {
            return refused(words().chooseSome());
        }
        if (!own.add(change.who(), keys)) {
            return refused(words().tooMany());
        }
        return change.savedAndLeft(words().saved(), HERE);
    }

    /** Also of a metric that is no more. */
    @POST
    @Path("{key: [a-z0-9_]+}/removal")
    public Response remove(@PathParam("key") String key) {
        own.remove(change.who(), key);
        return change.savedAndLeft(words().removed(), HERE);
    }

    /** The figures of the list, for the slice of the page. */
    @GET
    @Path("figures.csv")
    @Produces(CsvFile.TYPE)
    public Response csv() {
        List<String> keys = keys();
        BoardParts parts = new BoardParts(asked.context());
        Answers answers = new Answers(metrics, parts.asks(keys));
        return CsvFile.of(List.of("my-metrics"), asked.slice(), table -> write(table, parts.totals(keys, answers)));
    }

    private static void write(CsvTable table, List<Answer> answers) throws IOException {
        for (String title : List.of("metric", "value", "n", "compared_value", "change")) {
            table.plain(title);
        }
        table.end();
        for (Answer answer : answers) {
            Answer.Row row = answer.total();
            table.plain(answer.metric().key())
                    .number(row.figure().value())
                    .number(row.figure().n())
                    .number(row.before().flatMap(Figure::value))
                    .number(row.change().map(Change::absolute).map(BigDecimal::valueOf))
                    .end();
        }
    }

    private OwnMetricsPage page(String problem) {
        List<String> keys = keys();
        PageLinks links = new PageLinks(HERE, asked.slice());
        BoardParts parts = new BoardParts(asked.context());
        Answers answers = new Answers(metrics, parts.asks(keys));
        return new OwnMetricsPage(
                links.url(),
                asked.context().period(),
                FilterBar.of(links, asked.choices(), Set.of(), asked.context().periods()),
                links.extras(),
                parts.headlines(keys, answers, links),
                own.of(change.who()).stream()
                        .filter(Predicate.not(OwnMetricsResource::known))
                        .toList(),
                keys.size() > MANY ? words().many(asked.audience().numbers().counted(keys.size())) : "",
                problem,
                links.to(HERE + "/figures.csv"));
    }

    private Response refused(String problem) {
        OwnMetricsPage page = page(problem);
        return change.refused(() -> Templates.ownMetrics(page), () -> Templates.ownMetrics$content(page));
    }

    private List<String> keys() {
        return own.of(change.who()).stream().filter(OwnMetricsResource::known).toList();
    }

    private static boolean known(String key) {
        return Catalogue.find(key).isPresent();
    }

    private OwnMetricsMessages words() {
        return asked.context().words(OwnMetricsMessages.class);
    }
}
