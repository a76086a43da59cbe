package dev.rapport.dashboard;

import dev.rapport.metric.Change;
import dev.rapport.metric.Movement;
import dev.rapport.query.Movements;
import dev.rapport.query.SliceChoices;
import dev.rapport.query.SliceChoicesQueries;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.OwnParameters;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceReader;
import dev.rapport.team.Role;
import dev.rapport.web.Revalidated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Every part of a change; the column {@code total} adds up to it. */
@Path("/metrics/{key: [a-z0-9_]+}/movement.csv")
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
public class MovementExportResource {
    private final Movements movements;
    private final SliceChoicesQueries choices;

    MovementExportResource(Movements movements, SliceChoicesQueries choices) {
        this.movements = movements;
        this.choices = choices;
    }

    @GET
    @Produces(MetricExportResource.CSV)
    public Response csv(@PathParam("key") String key, @Context UriInfo uri) {
        SliceChoices known = choices.current();
        Slice slice = SliceReader.read(uri.getQueryParameters(), known.context());
        String group = group(uri, known);
        Optional<Movement> movement = movements.explain(key, slice, group).movement();
        StreamingOutput body = out -> write(movement, out);
        return Response.ok(body)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ExportFileName.disposition(
                                ExportFileName.of(List.of(key, "movement", "by-" + group), slice, "csv")))
                .build();
    }

    private static String group(UriInfo uri, SliceChoices known) {
        List<String> groups =
                known.groups().stream().map(SliceChoices.Group::key).toList();
        String asked = OwnParameters.single(uri.getQueryParameters(), "group")
                .or(() -> groups.stream().findFirst())
                .orElse("");
        if (!groups.contains(asked)) {
            throw new BadSliceException("group", "has no such value");
        }
        return asked;
    }

    private static void write(Optional<Movement> movement, OutputStream out) throws IOException {
        CsvTable table = new CsvTable(out);
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
        table.finish();
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
