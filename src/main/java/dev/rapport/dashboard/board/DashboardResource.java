package dev.rapport.dashboard.board;

import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.query.MetricQueries;
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

/** Answers the dashboards: one layout, five choices of metrics. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class DashboardResource {
    private final SliceRequest asked;
    private final MetricQueries metrics;
    private final Htmx htmx;

    DashboardResource(SliceRequest asked, MetricQueries metrics, Htmx htmx) {
        this.asked = asked;
        this.metrics = metrics;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance board(BoardPage page);

        static native TemplateInstance board$content(BoardPage page);
    }

    @GET
    @Path("overview")
    public TemplateInstance overview() {
        return board(Board.OVERVIEW);
    }

    @GET
    @Path("marketing")
    public TemplateInstance marketing() {
        return board(Board.MARKETING);
    }

    @GET
    @Path("product")
    public TemplateInstance product() {
        return board(Board.PRODUCT);
    }

    @GET
    @Path("support")
    public TemplateInstance support() {
        return board(Board.SUPPORT);
    }

    @GET
    @Path("customers")
    public TemplateInstance customers() {
        return board(Board.CUSTOMERS);
    }

    private TemplateInstance board(Board board) {
        asked.slice();
        String trend = asked.choice(BoardLayout.TREND, board.trends());
        BoardLayout layout = new BoardLayout(board, trend, asked.group(), asked.context());
        BoardPage page = layout.page(new Answers(metrics, layout.asks()), asked.notes());
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.board(page), () -> Templates.board$content(page));
    }
}
