package dev.rapport.dashboard.list;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.RowPage;
import dev.rapport.dashboard.RowStream;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.dashboard.Tab;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQueries;
import dev.rapport.query.RowColumn;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import dev.rapport.team.Role;
import dev.rapport.voice.FollowUpFilter;
import dev.rapport.voice.VoiceRows;
import dev.rapport.web.CsvFile;
import dev.rapport.web.Htmx;
import dev.rapport.web.Revalidated;
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
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Answers who would recommend us: whom to thank and to invite. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class PromotersResource {
    private static final String METRIC = "promoter_share";
    private static final String STATE = "state";
    private static final String OWNER = "owner";

    private final SliceRequest asked;
    private final WorkLists lists;
    private final MetricQueries metrics;
    private final RowStream stream;
    private final Htmx htmx;

    PromotersResource(SliceRequest asked, WorkLists lists, MetricQueries metrics, RowStream stream, Htmx htmx) {
        this.asked = asked;
        this.lists = lists;
        this.metrics = metrics;
        this.stream = stream;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance promoters(PromotersPage page);

        static native TemplateInstance promoters$content(PromotersPage page);
    }

    @GET
    @Path("promoters")
    public TemplateInstance list() {
        PromotersPage page = page();
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.promoters(page), () -> Templates.promoters$content(page));
    }

    private PromotersPage page() {
        FollowUpFilter filter = FollowUpFilter.read(asked.parameters());
        int number = Paging.number(asked.parameters());
        PageLinks links = new PageLinks("/promoters", asked.slice())
                .with(STATE, filter.state().orElse(""))
                .with(OWNER, filter.owner().orElse(""));
        RowPage rows = lists.promoters(asked.slice(), filter, number);
        Answer share = metrics.ask(METRIC, asked.slice(), Grouping.TOTAL);
        return new PromotersPage(
                links.with("page", number == 1 ? "" : Integer.toString(number)).url(),
                asked.context().period(),
                FilterBar.of(
                                links,
                                asked.choices(),
                                Set.of(SliceOption.SURVEY.key()),
                                asked.context().periods())
                        .withoutTrend(),
                links.extras(),
                FigureView.of(share, share.total(), asked.context().figures()),
                links.metric(METRIC),
                Stream.concat(Stream.of(""), FollowUpFilter.STATES.stream())
                        .map(state -> new Tab(
                                state.isEmpty() ? "" : "state_" + state,
                                links.with(STATE, state).url(),
                                filter.state().orElse("").equals(state)))
                        .toList(),
                rows.rows().stream().map(row -> row(rows, row, links)).toList(),
                Paging.of(
                        links,
                        number,
                        rows.rows().size(),
                        rows.total(),
                        WorkLists.PAGE,
                        asked.audience().numbers(),
                        asked.context().words(PromoterMessages.class)::shown),
                links.to("/promoters.csv"));
    }

    private PromotersPage.Row row(RowPage page, List<String> cells, PageLinks links) {
        String open = page.cell(cells, RowColumn.OPEN_TICKETS);
        return new PromotersPage.Row(
                links.to("/follow-ups/" + page.cell(cells, RowColumn.ID)),
                page.written(cells, RowColumn.AT, asked.audience()),
                page.cell(cells, RowColumn.PERSON),
                page.cell(cells, RowColumn.CHANNEL),
                page.cell(cells, RowColumn.SURVEY),
                page.cell(cells, RowColumn.SCORE),
                page.cell(cells, RowColumn.COMMENT),
                page.cell(cells, RowColumn.TOPIC),
                page.cell(cells, RowColumn.ORDERS),
                open.equals("0") ? "" : open,
                page.cell(cells, RowColumn.STATE),
                page.cell(cells, RowColumn.OUTCOME),
                page.cell(cells, RowColumn.OWNER));
    }

    /** All of the list that the page shows a piece of. */
    @GET
    @Path("promoters.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv(@Context HttpServerRequest request) {
        Slice slice = asked.slice();
        FollowUpFilter filter = FollowUpFilter.read(asked.parameters());
        return stream.csv(List.of("promoters"), VoiceRows.promoters(slice, filter), slice, request);
    }
}
