package dev.rapport.dashboard.board;

import dev.rapport.behaviour.CohortReader;
import dev.rapport.dashboard.CsvFile;
import dev.rapport.dashboard.CsvTable;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.dashboard.Tab;
import dev.rapport.metric.Cohorts;
import dev.rapport.metric.Cohorts.Cohort;
import dev.rapport.metric.Figure;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Preset;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
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
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Answers who came again, by when they first came. */
@Path("/")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class CohortsResource {
    private final SliceRequest asked;
    private final CohortReader reader;
    private final Htmx htmx;

    CohortsResource(SliceRequest asked, CohortReader reader, Htmx htmx) {
        this.asked = asked;
        this.reader = reader;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance cohorts(CohortsPage page);

        static native TemplateInstance cohorts$content(CohortsPage page);
    }

    @GET
    @Path("cohorts")
    public TemplateInstance cohorts() {
        CohortsPage page = page();
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.cohorts(page), () -> Templates.cohorts$content(page));
    }

    private CohortsPage page() {
        Slice slice = ofEnoughCohorts();
        PageLinks links = new PageLinks("/cohorts", slice);
        Cohorts cohorts = reader.cohorts(slice);
        return new CohortsPage(
                links.url(),
                asked.context().period(),
                FilterBar.of(links, asked.choices(), Set.of(), asked.context().periods())
                        .withoutTrend(),
                kept(slice, cohorts),
                List.of(
                        grain(links, Grain.WEEK, asked.context().words().byWeek()),
                        grain(links, Grain.MONTH, asked.context().words().byMonth())),
                List.of(
                        activity(
                                links, cohorts, "visit", asked.context().words().visit()),
                        activity(
                                links, cohorts, "order", asked.context().words().order())),
                slice.grain() == Grain.MONTH
                        ? asked.context().words().monthsAfter()
                        : asked.context().words().weeksAfter(),
                CohortsPage.columns(cohorts),
                CohortsPage.rows(
                        cohorts, asked.context().figures(), asked.context().periods()),
                CohortsPage.mean(cohorts, asked.context().figures()),
                links.under("/cohorts.csv"));
    }

    /** Weeks of the last quarter of a year when no period is named: 30 days hold too few cohorts. */
    private Slice ofEnoughCohorts() {
        Slice slice = asked.slice();
        if (slice.preset().equals(Optional.of(Preset.DEFAULT.key()))) {
            slice = slice.withPreset(Preset.LAST_90_DAYS, asked.choices().context());
        }
        return slice.withGrain(CohortsPage.grain(slice.grain()));
    }

    /** What the tabs choose, sent along by the filter bar. */
    private static SortedMap<String, String> kept(Slice slice, Cohorts cohorts) {
        return new TreeMap<>(Map.of("grain", slice.grain().key(), SliceOption.ACTIVITY.key(), cohorts.activity()));
    }

    private Tab grain(PageLinks links, Grain grain, String name) {
        Slice slice = links.slice();
        Slice other = grain == Grain.MONTH && slice.preset().equals(Optional.of(Preset.LAST_90_DAYS.key()))
                ? slice.withPreset(Preset.LAST_12_MONTHS, asked.choices().context())
                : slice;
        return new Tab(name, links.with(other.withGrain(grain)).url(), slice.grain() == grain);
    }

    private static Tab activity(PageLinks links, Cohorts cohorts, String key, String name) {
        Slice other = links.slice().withOption(SliceOption.ACTIVITY, Optional.of(key));
        return new Tab(name, links.with(other).url(), cohorts.activity().equals(key));
    }

    /** One row for each cell, so that it can be summed and turned as one likes. */
    @GET
    @Path("cohorts.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        Cohorts cohorts = reader.cohorts(asked.slice());
        return CsvFile.of(
                List.of("cohorts", cohorts.activity(), cohorts.grain().key()),
                asked.slice(),
                table -> write(cohorts, table));
    }

    private static void write(Cohorts cohorts, CsvTable table) throws IOException {
        table.plain("cohort").plain("step").plain("value").plain("numerator").plain("denominator");
        table.plain("unfinished").end();
        for (Cohort cohort : cohorts.rows()) {
            for (int step = 0; step < cohort.cells().size(); step++) {
                Figure figure = cohort.figure(step);
                table.plain(cohort.label()).number(step).number(figure.value());
                table.number(cohort.cells().get(step).active()).number(cohort.size());
                table.plain(Boolean.toString(cohort.cells().get(step).unfinished()))
                        .end();
            }
        }
    }
}
