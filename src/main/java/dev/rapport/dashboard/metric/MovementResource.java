package dev.rapport.dashboard.metric;

import dev.rapport.dashboard.SliceRequest;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Change;
import dev.rapport.metric.Movement;
import dev.rapport.query.Movements;
import dev.rapport.query.UnknownMetricException;
import dev.rapport.slice.Slice;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Answers why a figure moved: a part of the metric's page that is asked for when somebody gets there. */
@Path("/metrics")
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

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance movement(MovementPage page);

        static native TemplateInstance movement$split(MovementPage page);
    }

    @GET
    @Path("{key: [a-z0-9_]+}/movement")
    public TemplateInstance movement(@PathParam("key") String key) {
        if (Catalogue.find(key).isEmpty()) {
            throw new UnknownMetricException(key);
        }
        String group = asked.group();
        MovementPage page = MovementPage.of(movements.explain(key, asked.slice(), group), group, asked.context());
        return htmx.choose(() -> Templates.movement(page), () -> Templates.movement$split(page));
    }

    /** Every part of the change; the column {@code total} adds up to it. */
    @GET
    @Path("{key: [a-z0-9_]+}/movement.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv(@PathParam("key") String key) {
        Slice slice = asked.slice();
        String group = asked.group();
        Optional<Movement> movement = movements.explain(key, slice, group).movement();
        return CsvFile.of(List.of(key, "movement", "by-" + group), slice, table -> write(movement, table));
    }

    private static void write(Optional<Movement> movement, CsvTable table) throws IOException {
        for (String title : List.of(
                "step", "channel", "segment", "before", "now", "change_by_itself", "verdict", "mix", "rate", "total")) {
            table.plain(title);
        }
        table.end();
        if (movement.isPresent()) {
            for (Movement.Part part : movement.get().parts()) {
                part(table, part);
            }
            for (Movement.Step step : movement.get().steps()) {
                if (step.cause() == Movement.Cause.OVERLAP) {
                    table.plain("overlap")
                            .empty()
                            .empty()
                            .empty()
                            .empty()
                            .empty()
                            .empty()
                            .empty()
                            .empty();
                    table.number(MetricCsv.decimal(step.change())).end();
                }
            }
        }
    }

    private static void part(CsvTable table, Movement.Part part) throws IOException {
        Movement.Cell cell = part.cell();
        table.plain("part").text(cell.channel()).text(cell.segment());
        table.number(cell.before().value()).number(cell.now().value());
        table.number(cell.moved().map(Change::absolute).map(MetricCsv::decimal));
        table.plain(cell.moved()
                .map(change -> FigureAddresses.word(change.verdict()))
                .orElse(""));
        table.number(MetricCsv.decimal(part.mix()))
                .number(MetricCsv.decimal(part.rate()))
                .number(MetricCsv.decimal(part.total()))
                .end();
    }
}
