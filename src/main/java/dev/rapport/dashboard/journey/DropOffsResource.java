package dev.rapport.dashboard.journey;

import dev.rapport.dashboard.SliceRequest;
import dev.rapport.journey.DropOff;
import dev.rapport.journey.Journey;
import dev.rapport.journey.JourneyReader;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.OwnParameters;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceFault;
import dev.rapport.team.Role;
import dev.rapport.web.CsvFile;
import dev.rapport.web.CsvTable;
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
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Who took a step of the journey and not the next: the newest of them on a page, all in a file. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class DropOffsResource {
    private static final int MOST_STEPS = 30;

    private final SliceRequest asked;
    private final JourneyReader reader;

    DropOffsResource(SliceRequest asked, JourneyReader reader) {
        this.asked = asked;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance dropOffs(DropOffsPage page);
    }

    @GET
    @Path("journey/drop-offs")
    public TemplateInstance dropOffs() {
        Slice slice = asked.slice();
        int step = OwnParameters.number(asked.parameters(), "step", MOST_STEPS).orElse(0);
        Journey journey = reader.journey(slice, slice.period(), Optional.empty());
        if (step < 1 || step >= journey.way().steps().size()) {
            throw new BadSliceException("step", SliceFault.NOT_A_STEP_BEFORE_ANOTHER);
        }
        return Templates.dropOffs(DropOffsPage.of(
                step, journey.way().steps().get(step - 1).name(), reader.dropOffs(slice, step), asked.context()));
    }

    /** After which step, from 1, is said by {@code step}. */
    @GET
    @Path("journey/drop-offs.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        int step = OwnParameters.number(asked.parameters(), "step", MOST_STEPS)
                .orElseThrow(() -> new BadSliceException("step", SliceFault.NOT_A_STEP));
        Slice slice = asked.slice();
        List<DropOff> all = reader.dropOffs(slice, step);
        return CsvFile.of(List.of("journey", "drop-offs-" + step), slice, table -> write(all, slice, table));
    }

    private static void write(List<DropOff> all, Slice slice, CsvTable table) throws IOException {
        table.plain("customer").plain("first_step_at").plain("last_step_at").plain("channel");
        table.plain("still_open").plain("reason").end();
        for (DropOff each : all) {
            table.text(each.customer())
                    .plain(moment(each.enteredAt(), slice))
                    .plain(moment(each.lastAt(), slice))
                    .text(each.channel())
                    .plain(Boolean.toString(each.open()))
                    .text(each.reason())
                    .end();
        }
    }

    private static String moment(Instant at, Slice slice) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.MILLIS).atZone(slice.zone()).toOffsetDateTime());
    }
}
