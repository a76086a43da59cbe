package dev.rapport.dashboard.metric;

import dev.rapport.customers.HealthMessages;
import dev.rapport.customers.HealthOutcomes;
import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.PageSection;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.metric.CountedShare;
import dev.rapport.metric.Definition.Unit;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Health;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Answers whether the health score told who left: a part of the score's page. */
@Path("/metrics")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class HealthOutcomeResource {
    private static final String METRIC = "health_score";
    private static final String PAGE = "/metrics/health_score";
    private static final int TEN = 10;

    private final SliceRequest asked;
    private final HealthOutcomes outcomes;
    private final Htmx htmx;

    HealthOutcomeResource(SliceRequest asked, HealthOutcomes outcomes, Htmx htmx) {
        this.asked = asked;
        this.outcomes = outcomes;
        this.htmx = htmx;
    }

    /** @param tells whether those at risk left clearly more often than the healthy */
    record OutcomePage(
            String metricUrl, String days, boolean tells, List<Line> bands, List<Line> tens, String csvUrl) {}

    record Line(String name, String customers, String left, String share, String interval) {}

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance healthOutcome(OutcomePage page);

        static native TemplateInstance healthOutcome$answer(OutcomePage page);
    }

    @GET
    @Path("health_score/left")
    public TemplateInstance left() {
        Slice slice = asked.slice();
        PageLinks links = new PageLinks(PAGE, slice);
        HealthOutcomes.Outcome found = outcomes.read(slice);
        HealthMessages health = asked.context().words(HealthMessages.class);
        HealthOutcomeMessages words = asked.context().words(HealthOutcomeMessages.class);
        FigureText text = asked.context().figures();
        List<Line> tens = new ArrayList<>();
        for (int i = 0; i < found.tens().size(); i++) {
            String from = text.numbers().count((long) i * TEN);
            String to = text.numbers().count((long) i * TEN + TEN);
            tens.add(line(words.between(from, to), found.tens().get(i), text));
        }
        OutcomePage page = new OutcomePage(
                links.url(),
                words.days(text.day(found.then()), text.day(found.end())),
                share(found, Health.Band.AT_RISK).isClearlyAbove(share(found, Health.Band.HEALTHY)),
                Stream.of(Health.Band.values())
                        .map(band -> line(name(band, health), share(found, band), text))
                        .toList(),
                tens,
                links.under(PAGE + "/left.csv"));
        return htmx.choose(() -> Templates.healthOutcome(page), () -> Templates.healthOutcome$answer(page));
    }

    @GET
    @Path("health_score/left.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        HealthOutcomes.Outcome found = outcomes.read(asked.slice());
        return CsvFile.of(List.of(METRIC, "left"), asked.slice(), table -> write(found, table));
    }

    /** The same for programs. */
    @GET
    @Path("health_score/left.json")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response json() {
        HealthOutcomes.Outcome found = outcomes.read(asked.slice());
        return JsonTable.of(asked.slice(), table -> write(found, table));
    }

    /** For the metric's page. */
    static Stream<PageSection> section(String metric, PageLinks links, HealthOutcomeMessages words) {
        return metric.equals(METRIC)
                ? Stream.of(new PageSection(words.title(), links.under(PAGE + "/left")))
                : Stream.of();
    }

    private static void write(HealthOutcomes.Outcome found, CsvTable table) throws IOException {
        for (String title : List.of("score", "scored", "seen", "customers", "left", "share", "low", "high")) {
            table.plain(title);
        }
        table.end();
        for (Health.Band band : Health.Band.values()) {
            row(band.key(), share(found, band), found, table);
        }
        for (int i = 0; i < found.tens().size(); i++) {
            row(i * TEN + "-" + (i * TEN + TEN), found.tens().get(i), found, table);
        }
    }

    private static void row(String score, CountedShare share, HealthOutcomes.Outcome found, CsvTable table)
            throws IOException {
        Figure figure = share.figure();
        table.plain(score).plain(found.then().toString()).plain(found.end().toString());
        table.number(share.whole()).number(share.part()).number(figure.value());
        table.number(figure.interval().map(interval -> MetricCsv.decimal(interval.low())));
        table.number(figure.interval().map(interval -> MetricCsv.decimal(interval.high())))
                .end();
    }

    private static CountedShare share(HealthOutcomes.Outcome found, Health.Band band) {
        return found.bands().get(band.ordinal());
    }

    private static Line line(String name, CountedShare share, FigureText text) {
        Figure figure = share.figure();
        return new Line(
                name,
                text.numbers().count(share.whole()),
                text.numbers().count(share.part()),
                text.figure(Unit.PERCENT, figure),
                figure.interval()
                        .map(interval -> text.value(Unit.PERCENT, interval.low()) + " – "
                                + text.value(Unit.PERCENT, interval.high()))
                        .orElse(""));
    }

    private static String name(Health.Band band, HealthMessages words) {
        return switch (band) {
            case HEALTHY -> words.bandHealthy();
            case WATCH -> words.bandWatch();
            case AT_RISK -> words.bandAtRisk();
        };
    }
}
