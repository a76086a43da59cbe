package dev.rapport.dashboard.list;

import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.RowStream;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.query.MetricQueries;
import dev.rapport.query.RowQuery;
import dev.rapport.slice.Slice;
import dev.rapport.team.Role;
import dev.rapport.voice.CommentFilter;
import dev.rapport.voice.FollowUpFilter;
import dev.rapport.voice.VoiceRows;
import dev.rapport.web.CsvFile;
import dev.rapport.web.Htmx;
import dev.rapport.web.PersonsRows;
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
import java.util.function.BiFunction;

/**
 * Answers the lists that people work through: low scores with what was done about them, promoters to thank, and what
 * customers wrote. A page shows a piece of its list, the file all of it.
 */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class WorkListsResource {
    private final SliceRequest asked;
    private final WorkLists lists;
    private final MetricQueries metrics;
    private final RowStream stream;
    private final Htmx htmx;

    WorkListsResource(SliceRequest asked, WorkLists lists, MetricQueries metrics, RowStream stream, Htmx htmx) {
        this.asked = asked;
        this.lists = lists;
        this.metrics = metrics;
        this.stream = stream;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance followUps(FollowUpsPage page);

        static native TemplateInstance followUps$content(FollowUpsPage page);

        static native TemplateInstance promoters(PromotersPage page);

        static native TemplateInstance promoters$content(PromotersPage page);

        static native TemplateInstance comments(CommentsPage page);

        static native TemplateInstance comments$content(CommentsPage page);
    }

    @GET
    @Path("follow-up")
    public TemplateInstance followUps() {
        FollowUpFilter filter = FollowUpFilter.read(asked.parameters());
        FollowUpsLayout layout = new FollowUpsLayout(filter, number(), asked.context());
        FollowUpsLayout.Work work =
                new FollowUpsLayout.Work(lists.followUpStates(asked.slice(), filter.inAnyState()), lists.owners());
        FollowUpsPage page = layout.page(
                lists.page(VoiceRows.followUps(asked.slice(), filter), asked.slice(), number()),
                new Answers(metrics, layout.asks()),
                work);
        htmx.pushUrl(page.list().url());
        return htmx.choose(() -> Templates.followUps(page), () -> Templates.followUps$content(page));
    }

    @GET
    @Path("promoters")
    public TemplateInstance promoters() {
        FollowUpFilter filter = FollowUpFilter.read(asked.parameters());
        PromotersLayout layout = new PromotersLayout(filter, number(), asked.context());
        PromotersPage page = layout.page(
                lists.page(VoiceRows.promoters(asked.slice(), filter), asked.slice(), number()),
                new Answers(metrics, layout.asks()));
        htmx.pushUrl(page.list().url());
        return htmx.choose(() -> Templates.promoters(page), () -> Templates.promoters$content(page));
    }

    @GET
    @Path("comments")
    public TemplateInstance comments() {
        CommentFilter filter = CommentFilter.read(asked.parameters());
        CommentsLayout layout = new CommentsLayout(filter, number(), asked.context());
        CommentsPage page = layout.page(
                lists.page(VoiceRows.comments(asked.slice(), filter), asked.slice(), number()),
                new Answers(metrics, layout.asks()));
        htmx.pushUrl(page.list().url());
        return htmx.choose(() -> Templates.comments(page), () -> Templates.comments$content(page));
    }

    private int number() {
        return Paging.number(asked.parameters());
    }

    @GET
    @Path("follow-up.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    @PersonsRows
    public Response followUpsFile(@Context HttpServerRequest request) {
        return file("follow-up", VoiceRows::followUps, FollowUpFilter.read(asked.parameters()), request);
    }

    @GET
    @Path("promoters.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    @PersonsRows
    public Response promotersFile(@Context HttpServerRequest request) {
        return file("promoters", VoiceRows::promoters, FollowUpFilter.read(asked.parameters()), request);
    }

    @GET
    @Path("comments.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    @PersonsRows
    public Response commentsFile(@Context HttpServerRequest request) {
        return file("comments", VoiceRows::comments, CommentFilter.read(asked.parameters()), request);
    }

    @GET
    @Path("follow-up.json")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    @PersonsRows
    public Response followUpsJson() {
        return stream.json(VoiceRows.followUps(asked.slice(), FollowUpFilter.read(asked.parameters())), asked.slice());
    }

    @GET
    @Path("promoters.json")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    @PersonsRows
    public Response promotersJson() {
        return stream.json(VoiceRows.promoters(asked.slice(), FollowUpFilter.read(asked.parameters())), asked.slice());
    }

    @GET
    @Path("comments.json")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    @PersonsRows
    public Response commentsJson() {
        return stream.json(VoiceRows.comments(asked.slice(), CommentFilter.read(asked.parameters())), asked.slice());
    }

    private <F> Response file(String name, BiFunction<Slice, F, RowQuery> rows, F filter, HttpServerRequest request) {
        return stream.csv(List.of(name), rows.apply(asked.slice(), filter), asked.slice(), request);
    }
}
