package dev.rapport.dashboard.list;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.RowPage;
import dev.rapport.dashboard.RowStream;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQueries;
import dev.rapport.query.MetricQuery;
import dev.rapport.query.RowColumn;
import dev.rapport.query.RowQuery;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import dev.rapport.team.Role;
import dev.rapport.voice.CommentFilter;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Answers what customers wrote, to be read and searched. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class CommentsResource {
    private static final String RATING = "reviews";
    private static final String RATINGS = "review_count";
    private static final String SEARCH = "q";
    private static final String TONE = "tone";

    private final SliceRequest asked;
    private final WorkLists listings;
    private final MetricQueries metrics;
    private final RowStream stream;
    private final Htmx htmx;

    CommentsResource(SliceRequest asked, WorkLists listings, MetricQueries metrics, RowStream stream, Htmx htmx) {
        this.asked = asked;
        this.listings = listings;
        this.metrics = metrics;
        this.stream = stream;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance comments(CommentsPage page);

        static native TemplateInstance comments$content(CommentsPage page);
    }

    @GET
    @Path("comments")
    public TemplateInstance list() {
        CommentsPage page = page();
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.comments(page), () -> Templates.comments$content(page));
    }

    private CommentsPage page() {
        CommentFilter filter = CommentFilter.read(asked.parameters());
        int number = Paging.number(asked.parameters());
        PageLinks links = new PageLinks("/comments", asked.slice())
                .with(SEARCH, filter.search().orElse(""))
                .with(TONE, filter.tone().orElse(""));
        RowPage rows = listings.comments(asked.slice(), filter, number);
        List<Answer> ratings = metrics.askAll(List.of(
                new MetricQuery(RATING, asked.slice(), Grouping.TOTAL),
                new MetricQuery(
                        RATINGS, asked.slice().withComparison(Comparison.NONE), Grouping.parts(Dimension.SCORE))));
        return new CommentsPage(
                links.with("page", number == 1 ? "" : Integer.toString(number)).url(),
                asked.context().period(),
                FilterBar.of(
                                links,
                                asked.choices(),
                                Set.of(SliceOption.SURVEY.key()),
                                asked.context().periods())
                        .withoutTrend(),
                links.with(SEARCH, "").extras(),
                FigureView.of(
                        ratings.get(0), ratings.get(0).total(), asked.context().figures()),
                links.metric(RATING),
                histogram(ratings.get(1)),
                filter.search().orElse(""),
                links.with(SEARCH, "").url(),
                scores(links, filter),
                rows.rows().stream()
                        .map(row -> row(rows, row, asked.audience()))
                        .toList(),
                Paging.of(
                        links,
                        number,
                        rows.rows().size(),
                        rows.total(),
                        WorkLists.PAGE,
                        asked.audience().numbers(),
                        asked.context().words(CommentMessages.class)::shown),
                links.to("/comments.csv"));
    }

    private List<CommentsPage.Score> histogram(Answer byScore) {
        Map<Integer, Long> counts = new TreeMap<>(Comparator.reverseOrder());
        byScore.rows()
                .forEach(row -> row.key()
                        .part()
                        .ifPresent(score -> counts.put(
                                Integer.valueOf(score),
                                row.figure().value().orElseThrow().longValue())));
        long most = counts.values().stream().mapToLong(count -> count).max().orElse(1);
        return counts.entrySet().stream()
                .map(entry -> new CommentsPage.Score(
                        entry.getKey().toString(), asked.audience().numbers().count(entry.getValue()), (int)
                                (100 * entry.getValue() / Math.max(1, most))))
                .toList();
    }

    private static List<CommentsPage.Tab> scores(PageLinks links, CommentFilter filter) {
        return Stream.concat(Stream.of(""), CommentFilter.TONES.stream())
                .map(score -> new CommentsPage.Tab(
                        "score_" + (score.isEmpty() ? "any" : score),
                        links.with(TONE, score).url(),
                        filter.tone().orElse("").equals(score)))
                .toList();
    }

    private static CommentsPage.Row row(RowPage page, List<String> cells, Audience audience) {
        return new CommentsPage.Row(
                page.written(cells, RowColumn.AT, audience),
                page.cell(cells, RowColumn.PERSON),
                page.cell(cells, RowColumn.CHANNEL),
                page.cell(cells, RowColumn.SURVEY),
                page.cell(cells, RowColumn.SCORE),
                page.cell(cells, RowColumn.SCORE_CLASS),
                page.cell(cells, RowColumn.COMMENT),
                page.cell(cells, RowColumn.TOPIC));
    }

    /** All rows of the list that the page shows a piece of. */
    @GET
    @Path("comments.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv(@Context HttpServerRequest request) {
        Slice slice = asked.slice();
        RowQuery all = VoiceRows.comments(slice, CommentFilter.read(asked.parameters()));
        return stream.csv(List.of("comments"), all, slice, request);
    }
}
