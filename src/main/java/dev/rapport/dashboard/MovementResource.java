package dev.rapport.dashboard;

import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Definition;
import dev.rapport.query.Movements;
import dev.rapport.query.UnknownMetricException;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Slice;
import dev.rapport.team.Role;
import dev.rapport.web.Htmx;
import dev.rapport.web.Revalidated;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Why a figure moved: a part of the metric's page that is asked for when somebody gets there. */
@Path("/metrics/{key: [a-z0-9_]+}/movement")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class MovementResource {
    private final SliceRequest asked;
    private final Movements movements;
    private final Htmx htmx;

    MovementResource(SliceRequest asked, Movements movements, Htmx htmx) {
        this.asked = asked;
        this.movements = movements;
        this.htmx = htmx;
    }

    /**
     * @param compareUrl where a comparison is chosen; empty when there is one
     * @param movement empty when there is nothing to split
     */
    record MovementPage(
            String key,
            String metricUrl,
            String period,
            String groupName,
            String compareUrl,
            String csvUrl,
            Optional<MovementView> movement) {}

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance movement(MovementPage page);

        static native TemplateInstance movement$split(MovementPage page);
    }

    @GET
    public TemplateInstance movement(@PathParam("key") String key) {
        Definition definition = Catalogue.find(key)
                .orElseThrow(() -> new UnknownMetricException(key))
                .definition();
        Slice slice = asked.slice();
        String group = asked.choice("group", asked.groups());
        PageLinks links = new PageLinks("/metrics/" + key, slice)
                .with("group", group.equals(asked.groups().get(0)) ? "" : group);
        Movements.Explained explained = movements.explain(key, slice, group);
        MovementPage page = new MovementPage(
                key,
                links.url(),
                asked.periods().period(slice.period()),
                asked.choices().groupName(group),
                slice.comparedPeriod().isPresent()
                        ? ""
                        : links.with(slice.withComparison(Comparison.PREVIOUS)).url(),
                links.under("/metrics/" + key + "/movement.csv", "group", group),
                explained
                        .movement()
                        .map(movement -> MovementView.of(
                                definition,
                                movement,
                                explained.total().total().change(),
                                asked.choices()::channelName,
                                value -> asked.choices().valueName(group, value),
                                asked.figures(),
                                asked.reader().words(MovementMessages.class))));
        return htmx.choose(() -> Templates.movement(page), () -> Templates.movement$split(page));
    }
}
