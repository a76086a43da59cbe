package dev.rapport.dashboard.board;

import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.query.MetricQueries;
import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.web.CsvFile;
import dev.rapport.web.CsvTable;
import dev.rapport.web.Htmx;
import dev.rapport.web.JsonTable;
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

/** Answers who answers tickets, and in which hours more is asked than answered. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class SupportWorkResource {
    private static final List<String> TITLES =
            List.of("weekday", "hour", "tickets_created", "first_replies", "tickets_resolved", "asked_not_answered");

    private final SliceRequest asked;
    private final MetricQueries metrics;
    private final Htmx htmx;

    SupportWorkResource(SliceRequest asked, MetricQueries metrics, Htmx htmx) {
        this.asked = asked;
        this.metrics = metrics;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance supportWork(SupportWorkPage page);

        static native TemplateInstance supportWork$content(SupportWorkPage page);
    }

    @GET
    @Path("support/work")
    public TemplateInstance work() {
        SupportWorkLayout layout = layout();
        SupportWorkPage page = layout.page(new Answers(metrics, layout.asks()), Settings.current().agentsHidden);
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.supportWork(page), () -> Templates.supportWork$content(page));
    }

    private SupportWorkLayout layout() {
        asked.slice();
        return new SupportWorkLayout(
                asked.choice(PartTable.PARAMETER, SupportWorkLayout.PARTS),
                asked.choice(SupportWorkLayout.MAP, SupportWorkLayout.MAPS),
                asked.context());
    }

    /** Each hour of the week; 1 is Monday. */
    @GET
    @Path("support/work.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        SupportWorkLayout layout = layout();
        List<HourBalance> week = layout.week(new Answers(metrics, layout.hours()));
        return CsvFile.of(List.of("support-hours"), asked.slice(), table -> write(table, week));
    }

    /** The same for programs. */
    @GET
    @Path("support/work.json")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response json() {
        SupportWorkLayout layout = layout();
        List<HourBalance> week = layout.week(new Answers(metrics, layout.hours()));
        return JsonTable.of(asked.slice(), table -> write(table, week));
    }

    private static void write(CsvTable table, List<HourBalance> week) throws IOException {
        TITLES.forEach(table::plain);
        table.end();
        for (HourBalance each : week) {
            table.number(each.weekday())
                    .number(each.hour())
                    .number(each.created())
                    .number(each.answered())
                    .number(each.resolved())
                    .number(each.missing())
                    .end();
        }
    }
}
