package dev.rapport.dashboard.metric;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.BreakdownTable;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.PageSection;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQueries;
import dev.rapport.slice.Dimension;
import dev.rapport.team.Role;
import dev.rapport.web.Htmx;
import dev.rapport.web.Revalidated;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/**
 * Answers a metric by page, issue type, campaign ...: a part of its page that is asked for when somebody gets there.
 */
@Path("/metrics/{key: [a-z0-9_]+}/parts/{part: [a-z-]+}")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class PartsResource {
    /** More rows than anybody reads; the file has all. */
    private static final int SHOWN = 50;

    private final SliceRequest asked;
    private final MetricQueries metrics;
    private final Htmx htmx;

    PartsResource(SliceRequest asked, MetricQueries metrics, Htmx htmx) {
        this.asked = asked;
        this.metrics = metrics;
        this.htmx = htmx;
    }

    /** @param cut says that there are more; empty when there are not */
    record PartsView(
            String key,
            String metricUrl,
            String period,
            String name,
            String title,
            boolean compared,
            BreakdownTable breakdown,
            String cut,
            String csvUrl) {}

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance parts(PartsView page);

        static native TemplateInstance parts$table(PartsView page);
    }

    @GET
    public TemplateInstance parts(@PathParam("key") String key, @PathParam("part") String name) {
        Dimension dimension = Dimension.of(name).orElseThrow(NotFoundException::new);
        Answer answer = metrics.ask(key, asked.slice(), Grouping.parts(dimension));
        PageLinks links = new PageLinks("/metrics/" + key, asked.slice());
        PartMessages words = asked.context().words(PartMessages.class);
        BreakdownTable all = BreakdownTable.of(
                List.of(answer),
                "part:" + dimension.key(),
                place -> place.part()
                        .filter(value -> !value.isEmpty())
                        .map(value -> links.with(links.slice().withOption(dimension.option(), Optional.of(value)))
                                .url())
                        .orElse(""),
                links,
                asked.context().figures());
        PartsView page = new PartsView(
                key,
                links.url(),
                asked.context().period(),
                PartText.name(dimension, words),
                words.by(PartText.name(dimension, words)),
                answer.compared().isPresent(),
                all.first(SHOWN).named(label -> PartText.value(dimension, label, words, asked.choices())),
                all.rows().size() <= SHOWN
                        ? ""
                        : words.cut(
                                asked.audience().numbers().count(SHOWN),
                                asked.audience().numbers().count(all.rows().size())),
                links.csv(key, "part:" + dimension.key()));
        return htmx.choose(() -> Templates.parts(page), () -> Templates.parts$table(page));
    }

    /** For the metric's page. */
    static List<PageSection> sections(List<Dimension> parts, PageLinks links, PartMessages words) {
        return parts.stream()
                // A map of its own, on the page of social listening.
                .filter(dimension -> dimension != Dimension.WEEKDAY_HOUR)
                .sorted()
                .map(dimension -> new PageSection(
                        words.by(PartText.name(dimension, words)),
                        links.under(links.path() + "/parts/" + dimension.key())))
                .toList();
    }
}
