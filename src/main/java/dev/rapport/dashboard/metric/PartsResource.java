package dev.rapport.dashboard.metric;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.BreakdownTable;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.PageSection;
import dev.rapport.dashboard.PartMessages;
import dev.rapport.dashboard.PartText;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQueries;
import dev.rapport.query.MetricQuery;
import dev.rapport.slice.Dimension;
import dev.rapport.team.Role;
import dev.rapport.team.Settings;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    private static final Map<String, String> COUNTED = Map.of(
            "nps", "nps_answers",
            "promoter_share", "nps_answers",
            "passive_share", "nps_answers",
            "detractor_share", "nps_answers",
            "csat", "csat_answers",
            "ces", "ces_answers");

    private static final List<String> LANDINGS =
            List.of("sessions", "bounce_rate", "pages_per_session", "time_on_page", "conversion_rate");

    private final SliceRequest asked;
    private final MetricQueries metrics;
    private final Htmx htmx;

    PartsResource(SliceRequest asked, MetricQueries metrics, Htmx htmx) {
        this.asked = asked;
        this.metrics = metrics;
        this.htmx = htmx;
    }

    /**
     * @param cut says that there are more; empty when there are not
     * @param hidden says that a setting forbids the names; empty when it does not
     */
    record PartsView(
            String key,
            String metricUrl,
            String period,
            String name,
            String title,
            boolean compared,
            BreakdownTable breakdown,
            String cut,
            String hidden,
            String csvUrl) {}

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance parts(PartsView page);

        static native TemplateInstance parts$table(PartsView page);
    }

    @GET
    public TemplateInstance parts(@PathParam("key") String key, @PathParam("part") String name) {
        Dimension dimension = Dimension.of(name).orElseThrow(NotFoundException::new);
        List<Answer> answers = metrics.askAll(columns(key, dimension)
                .map(column -> new MetricQuery(column, asked.slice(), Grouping.parts(dimension)))
                .toList());
        Answer answer = answers.get(0);
        PageLinks links = new PageLinks("/metrics/" + key, asked.slice());
        PartMessages words = asked.context().words(PartMessages.class);
        BreakdownTable found = BreakdownTable.of(
                answers,
                "part:" + dimension.key(),
                place -> place.part()
                        .filter(value -> !value.isEmpty())
                        .map(value -> links.with(links.slice().withOption(dimension.option(), Optional.of(value)))
                                .url())
                        .orElse(""),
                links,
                asked.context().figures());
        BreakdownTable all = ordered(dimension, found);
        PartsView page = new PartsView(
                key,
                links.url(),
                asked.context().period(),
                PartText.name(dimension, words),
                words.by(PartText.name(dimension, words)),
                answer.compared().isPresent(),
                all.first(SHOWN, answers, words, asked.context().figures())
                        .named(label -> PartText.value(dimension, label, words, asked.choices())),
                all.rows().size() <= SHOWN
                        ? ""
                        : words.cut(count(SHOWN), count(all.rows().size())),
                dimension == Dimension.AGENT && Settings.current().agentsHidden ? words.agentsHidden() : "",
                links.csv(key, "part:" + dimension.key()));
        return htmx.choose(() -> Templates.parts(page), () -> Templates.parts$table(page));
    }

    /** Scores and hours are read in their order. */
    private static BreakdownTable ordered(Dimension dimension, BreakdownTable found) {
        return switch (dimension) {
            case SCORE -> found.sorted(Comparator.comparingInt(PartsResource::score));
            case WEEKDAY_HOUR -> found.sorted(Comparator.naturalOrder());
            default -> found;
        };
    }

    /** Comments may come without one. */
    private static int score(String label) {
        return label.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(label);
    }

    private String count(int rows) {
        return asked.audience().numbers().count(rows);
    }

    /** Pages on which visits begin are looked at by all that tells how they went on. */
    private static Stream<String> columns(String key, Dimension dimension) {
        return dimension == Dimension.LANDING_PAGE
                ? Stream.concat(Stream.of(key), LANDINGS.stream()).distinct()
                : Stream.of(key);
    }

    /** For the metric's page. */
    static List<PageSection> sections(String key, List<Dimension> parts, PageLinks links, PartMessages words) {
        return parts.stream()
                // A map of its own, on the pages of social listening and of support.
                .filter(dimension -> dimension != Dimension.WEEKDAY_HOUR)
                .sorted()
                .map(dimension -> new PageSection(
                        words.by(PartText.name(dimension, words)),
                        links.under("/metrics/" + shown(key, dimension) + "/parts/" + dimension.key())))
                .toList();
    }

    /** By score, what can be told of a mean or a share of answers is how many gave it. */
    private static String shown(String key, Dimension dimension) {
        return dimension == Dimension.SCORE ? COUNTED.getOrDefault(key, key) : key;
    }
}
