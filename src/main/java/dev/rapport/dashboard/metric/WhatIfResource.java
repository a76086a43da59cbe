package dev.rapport.dashboard.metric;

import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.PageSection;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.metric.ChurnGrowth;
import dev.rapport.query.MetricQueries;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.OwnParameters;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceFault;
import dev.rapport.team.Role;
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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/** Answers what a year costs if churn grew: a part of the churn rate's page. */
@Path("/metrics")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class WhatIfResource {
    static final String METRIC = "churn_rate";
    static final String FILE = "/metrics/churn_rate/what-if.csv";

    private static final String PAGE = "/metrics/churn_rate";
    private static final String POINTS = "points";
    private static final String USUAL = "1";
    private static final int MOST = 100;
    private static final int CENTS = 2;

    private final SliceRequest asked;
    private final MetricQueries metrics;
    private final Htmx htmx;

    WhatIfResource(SliceRequest asked, MetricQueries metrics, Htmx htmx) {
        this.asked = asked;
        this.metrics = metrics;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance whatIf(WhatIfPage page);

        static native TemplateInstance whatIf$answer(WhatIfPage page);
    }

    @GET
    @Path("churn_rate/what-if")
    public TemplateInstance whatIf() {
        PageLinks links = new PageLinks(PAGE, asked.slice());
        String points = points();
        WhatIfPage page = WhatIfPage.of(found(points), points, links, asked.context());
        return htmx.choose(() -> Templates.whatIf(page), () -> Templates.whatIf$answer(page));
    }

    /** The same, unrounded but for money, which has cents. */
    @GET
    @Path("churn_rate/what-if.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        WhatIf found = found(points());
        return CsvFile.of(List.of(METRIC, "what-if"), asked.slice(), table -> write(found, table));
    }

    /** The same for programs. */
    @GET
    @Path("churn_rate/what-if.json")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response json() {
        WhatIf found = found(points());
        return JsonTable.of(asked.slice(), table -> write(found, table));
    }

    /** For the metric's page. */
    static Stream<PageSection> section(String metric, PageLinks links, WhatIfMessages words) {
        return metric.equals(METRIC)
                ? Stream.of(new PageSection(words.title(), links.under(PAGE + "/what-if")))
                : Stream.of();
    }

    private WhatIf found(String points) {
        Slice slice = asked.slice();
        return WhatIf.of(
                new Answers(metrics, WhatIf.asks(slice)),
                slice,
                Double.parseDouble(points),
                asked.choices().today());
    }

    private String points() {
        asked.slice();
        String points = OwnParameters.single(asked.parameters(), POINTS).orElse(USUAL);
        boolean number = points.matches("[0-9]{1,3}(\\.[0-9]{1,2})?");
        if (!number || Double.parseDouble(points) <= 0 || Double.parseDouble(points) > MOST) {
            throw new BadSliceException(POINTS, SliceFault.NOT_POINTS, MOST);
        }
        return points;
    }

    private static void write(WhatIf found, CsvTable table) throws IOException {
        for (String title : List.of(
                "channel", "customers", "churn", "churn_then", "lost", "lost_then", "revenue", "less", "less_then")) {
            table.plain(title);
        }
        table.end();
        for (WhatIf.Row row : found.rows()) {
            table.text(row.channel().flatMap(key -> key.channel()).orElse(""))
                    .number(row.customers())
                    .number(row.growth().map(growth -> MetricCsv.decimal(growth.churn() * 100)))
                    .number(row.growth().map(growth -> MetricCsv.decimal(growth.grown() * 100)))
                    .number(row.lost().map(ChurnGrowth.Lost::now).map(MetricCsv::decimal))
                    .number(row.lost().map(ChurnGrowth.Lost::then).map(MetricCsv::decimal))
                    .number(row.yearly().map(WhatIfResource::money))
                    .number(row.revenue().map(ChurnGrowth.Lost::now).map(WhatIfResource::money))
                    .number(row.revenue().map(ChurnGrowth.Lost::then).map(WhatIfResource::money))
                    .end();
        }
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(CENTS, RoundingMode.HALF_UP);
    }
}
