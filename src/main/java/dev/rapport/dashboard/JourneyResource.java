package dev.rapport.dashboard;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.JourneyPage.Files;
import dev.rapport.dashboard.JourneyPage.Touch;
import dev.rapport.journey.DropOff;
import dev.rapport.journey.FirstLastTouchReport;
import dev.rapport.journey.Funnel;
import dev.rapport.journey.Journey;
import dev.rapport.journey.JourneyMessages;
import dev.rapport.journey.JourneyReader;
import dev.rapport.query.SliceChoices;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.OwnParameters;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The way of customers: how far they get, who stops where, which channels begin and end it. */
@Path("/journey")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class JourneyResource {
    private static final String GROUP = "group";
    private static final String CONVERSION = "conversion";
    private static final int SHOWN = 100;
    private static final int MOST_STEPS = 30;

    private final SliceRequest asked;
    private final JourneyReader reader;
    private final FirstLastTouchReport touches;
    private final Htmx htmx;

    JourneyResource(SliceRequest asked, JourneyReader reader, FirstLastTouchReport touches, Htmx htmx) {
        this.asked = asked;
        this.reader = reader;
        this.touches = touches;
        this.htmx = htmx;
    }

    /** @param shown how many of how many are */
    record DropOffsView(String title, String period, String journeyUrl, String shown, String csvUrl, List<Gone> rows) {}

    record Gone(String customer, String entered, String last, String channel, boolean open) {}

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance journey(JourneyPage page);

        static native TemplateInstance journey$content(JourneyPage page);

        static native TemplateInstance dropOffs(DropOffsView page);
    }

    @GET
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
                slice.comparedPeriod()
                        .map(period ->
                                asked.words().comparedWith(asked.periods().period(period))),
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

    /** Who took a step and not the next; the file has all of them. */
    @GET
    @Path("drop-offs")
    public TemplateInstance dropOffs() {
        Slice slice = asked.slice();
        int step = OwnParameters.number(asked.parameters(), "step", MOST_STEPS).orElse(0);
        Journey journey = reader.journey(slice, slice.period(), Optional.empty());
        if (step < 1 || step >= journey.way().steps().size()) {
            throw new BadSliceException("step", "must be the number of a step that is followed by another");
        }
        List<DropOff> all = reader.dropOffs(slice, step);
        PageLinks links = new PageLinks("/journey", slice);
        JourneyMessages words = asked.reader().words(JourneyMessages.class);
        var numbers = asked.reader().numbers();
        return Templates.dropOffs(new DropOffsView(
                words.dropOffsOf(journey.way().steps().get(step - 1).name()),
                asked.periods().period(slice.period()),
                links.url(),
                words.shown(numbers.count(Math.min(SHOWN, all.size())), numbers.count(all.size())),
                links.under("/journey/drop-offs.csv", "step", Integer.toString(step)),
                all.stream().limit(SHOWN).map(this::gone).toList()));
    }

    private Gone gone(DropOff each) {
        var dates = asked.reader().dates();
        return new Gone(
                each.customer(),
                dates.moment(each.enteredAt(), asked.slice().zone()),
                dates.moment(each.lastAt(), asked.slice().zone()),
                each.channel(),
                each.open());
    }

    private static List<String> keys(List<SliceChoices.Choice> choices) {
        return choices.stream().map(SliceChoices.Choice::key).toList();
    }

    private static String first(List<String> keys) {
        return keys.isEmpty() ? "" : keys.get(0);
    }
}
