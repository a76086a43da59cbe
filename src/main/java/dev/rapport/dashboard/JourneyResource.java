package dev.rapport.dashboard;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.JourneyPage.Files;
import dev.rapport.dashboard.JourneyPage.Touch;
import dev.rapport.journey.FirstLastTouchReport;
import dev.rapport.journey.Funnel;
import dev.rapport.journey.Journey;
import dev.rapport.journey.JourneyMessages;
import dev.rapport.journey.JourneyReader;
import dev.rapport.query.SliceChoices;
import dev.rapport.slice.Pairing;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers the journey of customers: how far they get, who stops where, which channels begin and end it. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class JourneyResource {
    private static final String GROUP = "group";
    private static final String CONVERSION = "conversion";

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
        String group = asked.choice(GROUP, asked.groups());
        String goal = asked.choice(
                CONVERSION,
                choices.goals().stream().map(SliceChoices.Choice::key).toList());
        PageLinks links = new PageLinks("/journey", slice)
                .with(GROUP, group.equals(first(asked.groups())) ? "" : group)
                .with(CONVERSION, goal.equals(first(keys(choices.goals()))) ? "" : goal);
        Journey now = reader.journey(slice, slice.period(), Optional.of(group).filter(key -> !key.isEmpty()));
        Optional<JourneyView.Judged> judged =
                slice.finished(choices.context().today()).map(over -> judged(slice, over, now));
        JourneyMessages words = asked.reader().words(JourneyMessages.class);
        JourneyView view = new JourneyView(now.way(), links, asked.figures(), words);
        return new JourneyPage(
                links.url(),
                asked.periods().period(slice.period()),
                slice.comparedPeriod().map(period -> asked.periods().comparedWith(period)),
                FilterBar.of(links, choices, Set.of(), asked.periods()).withoutGrain(),
                links.extras(),
                words.windowSays(asked.reader().numbers().count(now.way().windowDays())),
                view.steps(now.whole(), judged),
                view.table(now.channels(), choices.channels(), Grouping.CHANNELS),
                choices.groups().stream()
                        .map(each -> new BoardPage.Tab(
                                each.name(),
                                links.with(GROUP, each.key()).url(),
                                each.key().equals(group)))
                        .toList(),
                view.table(now.segments(), choices.values(group), Grouping.segments(group)),
                choices.goals().stream()
                        .map(each -> new BoardPage.Tab(
                                each.name(),
                                links.with(CONVERSION, each.key()).url(),
                                each.key().equals(goal)))
                        .toList(),
                touches(touches.read(slice).getOrDefault(goal, Map.of()), words),
                new Files(
                        links.under("/journey.csv", "by", "total"),
                        links.under("/journey.json"),
                        links.under("/journey.csv", "by", "channel"),
                        links.under("/journey.csv", "by", "segment:" + group),
                        links.under("/journey/touches.csv")));
    }

    private List<Touch> touches(Map<String, FirstLastTouchReport.Count> counts, JourneyMessages words) {
        List<Touch> rows = new ArrayList<>();
        long first = 0;
        long last = 0;
        for (SliceChoices.Choice channel : asked.choices().channels()) {
            FirstLastTouchReport.Count count = counts.get(channel.key());
            if (count != null) {
                rows.add(touch(channel.name(), count.firstTouch(), count.lastTouch(), false));
                first += count.firstTouch();
                last += count.lastTouch();
            }
        }
        if (!rows.isEmpty()) {
            rows.add(touch(words.total(), first, last, true));
        }
        return rows;
    }

    private Touch touch(String name, long first, long last, boolean total) {
        var numbers = asked.reader().numbers();
        return new Touch(name, numbers.count(first), numbers.count(last), total);
    }

    private static List<String> keys(List<SliceChoices.Choice> choices) {
        return choices.stream().map(SliceChoices.Choice::key).toList();
    }

    private static String first(List<String> keys) {
        return keys.isEmpty() ? "" : keys.get(0);
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
