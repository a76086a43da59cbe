package dev.rapport.dashboard.board;

import dev.rapport.dashboard.SliceRequest;
import dev.rapport.metric.ConfidenceInterval;
import dev.rapport.social.PostList;
import dev.rapport.social.PostList.Post;
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
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Answers how people engaged with each post: a part of the page of social listening that is asked for when somebody gets there. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class PostListResource {
    private final SliceRequest asked;
    private final PostList posts;
    private final Htmx htmx;

    PostListResource(SliceRequest asked, PostList posts, Htmx htmx) {
        this.asked = asked;
        this.posts = posts;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance postList(PostListPage page);

        static native TemplateInstance postList$table(PostListPage page);
    }

    @GET
    @Path("social/posts")
    public TemplateInstance posts() {
        PostListPage page = PostListPage.of(posts.read(asked.slice()), asked.context());
        return htmx.choose(() -> Templates.postList(page), () -> Templates.postList$table(page));
    }

    /** A line for each post. */
    @GET
    @Path("social/posts.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        List<Post> all = posts.read(asked.slice());
        return CsvFile.of(List.of("posts"), asked.slice(), table -> write(all, table));
    }

    private static void write(List<Post> posts, CsvTable table) throws IOException {
        table.plain("at")
                .plain("key")
                .plain("channel")
                .plain("network")
                .plain("text")
                .plain("impressions");
        table.plain("likes").plain("shares").plain("comments").plain("saves").plain("clicks");
        table.plain("interactions").plain("rate").plain("low").plain("high").end();
        for (Post post : posts) {
            table.plain(post.at().toString())
                    .text(post.key())
                    .text(post.channel())
                    .text(post.network());
            table.text(post.text().orElse(null)).number(post.impressions());
            table.number(post.likes()).number(post.shares()).number(post.comments());
            table.number(post.saves()).number(post.clicks()).number(post.interactions());
            table.number(post.rate().value())
                    .number(end(post, true))
                    .number(end(post, false))
                    .end();
        }
    }

    private static Optional<BigDecimal> end(Post post, boolean low) {
        Optional<ConfidenceInterval> interval = post.rate().interval();
        return interval.map(range -> BigDecimal.valueOf(low ? range.low() : range.high()));
    }
}
