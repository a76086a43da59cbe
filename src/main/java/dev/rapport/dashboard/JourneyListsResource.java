package dev.rapport.dashboard;

import dev.rapport.journey.DropOff;
import dev.rapport.journey.FirstLastTouchReport;
import dev.rapport.journey.JourneyReader;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The lists of the journey, whole: who stopped after a step, and the channels that began and ended conversions. */
@Path("/journey")
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
@Produces(MetricExportResource.CSV)
public class JourneyListsResource {
    private static final int MOST_STEPS = 30;

    private final JourneyReader reader;
    private final FirstLastTouchReport touches;
    private final SliceChoicesQueries choices;

    JourneyListsResource(JourneyReader reader, FirstLastTouchReport touches, SliceChoicesQueries choices) {
        this.reader = reader;
        this.touches = touches;
        this.choices = choices;
    }

    /** After which step, from 1, is said by {@code step}. */
    @GET
    @Path("drop-offs.csv")
    public Response dropOffs(@Context UriInfo uri) {
        int step = OwnParameters.number(uri.getQueryParameters(), "step", MOST_STEPS)
                .orElseThrow(() -> new BadSliceException("step", "must be the number of a step"));
        Slice slice =
                SliceReader.read(uri.getQueryParameters(), choices.current().context());
        List<DropOff> all = reader.dropOffs(slice, step);
        StreamingOutput body = out -> {
            CsvTable table = new CsvTable(out);
            table.plain("customer").plain("first_step_at").plain("last_step_at").plain("channel");
            table.plain("still_open").end();
            for (DropOff each : all) {
                table.text(each.customer())
                        .plain(moment(each.enteredAt(), slice))
                        .plain(moment(each.lastAt(), slice))
                        .text(each.channel())
                        .plain(Boolean.toString(each.open()))
                        .end();
            }
            table.finish();
        };
        return file(List.of("journey", "drop-offs-" + step), slice, body);
    }

    private static String moment(Instant at, Slice slice) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.MILLIS).atZone(slice.zone()).toOffsetDateTime());
    }

    /** Each conversion counts once on either side: both columns of a goal have the same sum. */
    @GET
    @Path("touches.csv")
    public Response touches(@Context UriInfo uri) {
        SliceChoices known = choices.current();
        Slice slice = SliceReader.read(uri.getQueryParameters(), known.context());
        Map<String, Map<String, FirstLastTouchReport.Count>> goals = touches.read(slice);
        StreamingOutput body = out -> {
            CsvTable table = new CsvTable(out);
            table.plain("goal")
                    .plain("channel")
                    .plain("first_touch")
                    .plain("last_touch")
                    .end();
            for (SliceChoices.Choice goal : known.goals()) {
                Map<String, FirstLastTouchReport.Count> channels = goals.getOrDefault(goal.key(), Map.of());
                for (SliceChoices.Choice channel : known.channels()) {
                    FirstLastTouchReport.Count count = channels.get(channel.key());
                    if (count != null) {
                        table.text(goal.key()).text(channel.key());
                        table.number(count.firstTouch())
                                .number(count.lastTouch())
                                .end();
                    }
                }
            }
            table.finish();
        };
        return file(List.of("journey", "touches"), slice, body);
    }

    private static Response file(List<String> what, Slice slice, StreamingOutput body) {
        return Response.ok(body)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ExportFileName.disposition(ExportFileName.of(what, slice, "csv")))
                .build();
    }
}
