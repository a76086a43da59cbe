package dev.rapport.dashboard.list;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.RowPage;
import dev.rapport.dashboard.RowStream;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.query.MetricQueries;
import dev.rapport.query.RowColumn;
import dev.rapport.query.RowQuery;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import dev.rapport.team.Role;
import dev.rapport.voice.FollowUpFilter;
import dev.rapport.voice.FollowUpMessages;
import dev.rapport.voice.VoiceRows;
import dev.rapport.web.CsvFile;
import dev.rapport.web.Htmx;
import dev.rapport.web.Revalidated;
import dev.rapport.words.Audience;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Answers the low scores of a slice: who looks after them, how far it is, and what became of the customers. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class FollowUpsResource {
    private static final String METRIC = "follow_up";
    private static final String STATE = "state";
    private static final String OWNER = "owner";

    private final SliceRequest asked;
    private final WorkLists listings;
    private final MetricQueries metrics;
    private final RowStream stream;
    private final Htmx htmx;

    FollowUpsResource(SliceRequest asked, WorkLists listings, MetricQueries metrics, RowStream stream, Htmx htmx) {
        this.asked = asked;
        this.listings = listings;
        this.metrics = metrics;
        this.stream = stream;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance followUps(FollowUpsPage page);

        static native TemplateInstance followUps$content(FollowUpsPage page);
    }

    @GET
    @Path("follow-up")
    public TemplateInstance list() {
        FollowUpsPage page = page();
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.followUps(page), () -> Templates.followUps$content(page));
    }

    private FollowUpsPage page() {
        FollowUpFilter filter = FollowUpFilter.read(asked.parameters());
        int number = Paging.number(asked.parameters());
        PageLinks links = new PageLinks("/follow-up", asked.slice())
                .with(STATE, filter.state().orElse(""))
                .with(OWNER, filter.owner().orElse(""));
        RowPage rows = listings.followUps(asked.slice(), filter, number);
        var answer = metrics.ask(METRIC, asked.slice(), Grouping.TOTAL);
        FollowUpMessages words = asked.context().words(FollowUpMessages.class);
        return new FollowUpsPage(
                links.with("page", number == 1 ? "" : Integer.toString(number)).url(),
                asked.context().period(),
                FilterBar.of(
                                links,
                                asked.choices(),
                                Set.of(SliceOption.SURVEY.key()),
                                asked.context().periods())
                        .withoutTrend(),
                links.with(OWNER, "").extras(),
                FigureView.of(answer, answer.total(), asked.context().figures()),
                links.metric(METRIC),
                states(links, filter),
                owners(filter, words),
                rows.rows().stream()
                        .map(row -> row(rows, row, links, words, asked.audience()))
                        .toList(),
                Paging.of(
                        links,
                        number,
                        rows.rows().size(),
                        rows.total(),
                        WorkLists.PAGE,
                        asked.audience().numbers(),
                        words::shown),
                links.to("/follow-up.csv"));
    }

    private List<FollowUpsPage.Tab> states(PageLinks links, FollowUpFilter filter) {
        Map<String, Long> counts = listings.followUpStates(asked.slice(), filter.inAnyState());
        long all = counts.values().stream().mapToLong(count -> count).sum();
        return Stream.concat(Stream.of(""), FollowUpFilter.STATES.stream())
                .map(state -> new FollowUpsPage.Tab(
                        state,
                        asked.audience().numbers().count(state.isEmpty() ? all : counts.getOrDefault(state, 0L)),
                        links.with(STATE, state).url(),
                        filter.state().orElse("").equals(state)))
                .toList();
    }

    /** Whoever looks at the page finds himself there, too. */
    private List<FilterBar.Option> owners(FollowUpFilter filter, FollowUpMessages words) {
        TreeMap<String, String> owners = new TreeMap<>();
        listings.owners().forEach(owner -> owners.put(owner, owner));
        filter.owner().ifPresent(owner -> owners.putIfAbsent(owner, owner));
        owners.remove(FollowUpFilter.NOBODY);
        List<FilterBar.Option> options = new ArrayList<>();
        options.add(option("", words.everybody(), filter));
        options.add(option(FollowUpFilter.NOBODY, words.unowned(), filter));
        owners.forEach((owner, name) -> options.add(option(owner, name, filter)));
        return options;
    }

    private static FilterBar.Option option(String owner, String name, FollowUpFilter filter) {
        return new FilterBar.Option(owner, name, filter.owner().orElse("").equals(owner));
    }

    private static FollowUpsPage.Row row(
            RowPage page, List<String> cells, PageLinks links, FollowUpMessages words, Audience audience) {
        List<String> after = new ArrayList<>();
        if (!List.of("", "0").contains(page.cell(cells, RowColumn.ORDERS_AFTER))) {
            after.add(words.ordered(page.cell(cells, RowColumn.ORDERS_AFTER)));
        }
        if (!List.of("", "0").contains(page.cell(cells, RowColumn.TICKETS_AFTER))) {
            after.add(words.tickets(
                    audience.numbers().counted(Long.parseLong(page.cell(cells, RowColumn.TICKETS_AFTER)))));
        }
        if (!page.cell(cells, RowColumn.LATER_SCORE).isEmpty()) {
            after.add(words.later(page.cell(cells, RowColumn.LATER_SCORE)));
        }
        if (page.cell(cells, RowColumn.CHURNED).equals("true")) {
            after.add(words.left());
        }
        return new FollowUpsPage.Row(
                links.to("/follow-ups/" + page.cell(cells, RowColumn.ID)),
                page.written(cells, RowColumn.AT, audience),
                page.cell(cells, RowColumn.PERSON),
                page.cell(cells, RowColumn.CHANNEL),
                page.cell(cells, RowColumn.SURVEY),
                page.cell(cells, RowColumn.SCORE),
                page.cell(cells, RowColumn.SCORE_CLASS),
                page.cell(cells, RowColumn.COMMENT),
                page.cell(cells, RowColumn.STATE),
                page.cell(cells, RowColumn.OWNER),
                page.cell(cells, RowColumn.OUTCOME),
                after);
    }

    /** All rows of the list that the page shows a piece of. */
    @GET
    @Path("follow-up.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv(@Context HttpServerRequest request) {
        Slice slice = asked.slice();
        RowQuery all = VoiceRows.followUps(slice, FollowUpFilter.read(asked.parameters()));
        return stream.csv(List.of("follow-up"), all, slice, request);
    }
}
