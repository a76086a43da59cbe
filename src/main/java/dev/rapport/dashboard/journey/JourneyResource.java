package dev.rapport.dashboard.journey;

import dev.rapport.dashboard.SliceRequest;
import dev.rapport.journey.FirstLastTouchReport;
import dev.rapport.journey.Funnel;
import dev.rapport.journey.Journey;
import dev.rapport.journey.JourneyReader;
import dev.rapport.query.SliceChoices;
import dev.rapport.slice.Pairing;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers the journey of customers: how far they get, who stops where, which channels begin and end it. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class JourneyResource {
    private final SliceRequest asked;
    private final JourneyReader reader;
    private final FirstLastTouchReport touches;
    private final FunnelFiles files;
    private final Htmx htmx;

    JourneyResource(
            SliceRequest asked, JourneyReader reader, FirstLastTouchReport touches, FunnelFiles files, Htmx htmx) {
        this.asked = asked;
        this.reader = reader;
        this.touches = touches;
        this.files = files;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance journey(JourneyPage page);

        static native TemplateInstance journey$content(JourneyPage page);
    }

    @GET
    @Path("journey")
    public TemplateInstance journey() {
        JourneyPage page = page();
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.journey(page), () -> Templates.journey$content(page));
    }

    /** Days that are over, held against as many. */
    private JourneyView.Judged judged(Slice slice, Pairing over, Journey now) {
        Funnel finished = over.now().equals(slice.period())
                ? now.whole()
                : reader.journey(slice, over.now(), Optional.empty()).whole();
        return new JourneyView.Judged(
                finished, reader.journey(slice, over.before(), Optional.empty()).whole());
    }

    private JourneyPage page() {
        Slice slice = asked.slice();
        SliceChoices choices = asked.choices();
        String group = asked.group();
        String goal = asked.choice(JourneyView.CONVERSION, JourneyView.keys(choices.goals()));
        Journey now = reader.journey(slice, slice.period(), Optional.of(group).filter(key -> !key.isEmpty()));
        Optional<JourneyView.Judged> judged =
                slice.finished(choices.context().today()).map(over -> judged(slice, over, now));
        return JourneyView.page(
                new JourneyView.Shown(now, judged, touches.read(slice).getOrDefault(goal, Map.of()), group, goal),
                asked.context());
    }

    @GET
    @Path("journey.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        return files.csv();
    }

    @GET
    @Path("journey.json")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public FunnelFiles.Json json() {
        return files.json();
    }

    /** Each conversion counts once on either side: both columns of a goal have the same sum. */
    @GET
    @Path("journey/touches.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response touchesCsv() {
        var goals = touches.read(asked.slice());
        SliceChoices known = asked.choices();
        return CsvFile.of(List.of("journey", "touches"), asked.slice(), table -> write(goals, known, table));
    }

    private static void write(
            Map<String, Map<String, FirstLastTouchReport.Count>> goals, SliceChoices known, CsvTable table)
            throws IOException {
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
                    table.number(count.firstTouch()).number(count.lastTouch()).end();
                }
            }
        }
    }
}
