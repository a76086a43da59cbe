package dev.rapport.dashboard.board;

import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.metric.ConfidenceInterval;
import dev.rapport.metric.Definition;
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
    /** More rows than anybody reads; the file has all. */
    private static final int SHOWN = 50;

    /** As much of a text as tells which post it is. */
    private static final int LONGEST = 120;

    private final SliceRequest asked;
    private final PostList posts;
    private final Htmx htmx;

    PostListResource(SliceRequest asked, PostList posts, Htmx htmx) {
        this.asked = asked;
        this.posts = posts;
        this.htmx = htmx;
    }

    record PostListView(String socialUrl, String period, List<PostRow> rows, String shown, String csvUrl) {}

    /** @param interval empty where the rate has none */
    record PostRow(
            String text,
            String network,
            String at,
            String impressions,
            String interactions,
            String rate,
            String interval,
            String title) {}

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance postList(PostListView page);

        static native TemplateInstance postList$table(PostListView page);
    }

    @GET
    @Path("social/posts")
    public TemplateInstance posts() {
        PageLinks links = new PageLinks("/social", asked.slice());
        List<Post> all = posts.read(asked.slice());
        var numbers = asked.audience().numbers();
        PostListView page = new PostListView(
                links.url(),
                asked.context().period(),
                all.stream().limit(SHOWN).map(this::row).toList(),
                all.size() <= SHOWN
                        ? ""
                        : asked.context()
                                .words(SocialMessages.class)
                                .postsCut(numbers.count(SHOWN), numbers.count(all.size())),
                links.under("/social/posts.csv"));
        return htmx.choose(() -> Templates.postList(page), () -> Templates.postList$table(page));
    }

    private PostRow row(Post post) {
        var text = asked.context().figures();
        var numbers = asked.audience().numbers();
        String words = post.text().orElse(post.key());
        return new PostRow(
                words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…",
                post.network(),
                asked.audience().moment(post.at()),
                numbers.count(post.impressions()),
                interactions(post),
                text.figure(Definition.Unit.PERCENT, post.rate()),
                post.rate()
                        .interval()
                        .map(range -> text.value(Definition.Unit.PERCENT, range.low()) + " – "
                                + text.value(Definition.Unit.PERCENT, range.high()))
                        .orElse(""),
                interactions(post) + " ÷ " + numbers.count(post.impressions()));
    }

    /** Whole, unless the weights are not. */
    private String interactions(Post post) {
        boolean whole = post.interactions().stripTrailingZeros().scale() <= 0;
        return asked.audience().numbers().decimal(post.interactions(), whole ? 0 : 1);
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
