package dev.rapport.dashboard.guide;

import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.dashboard.board.OwnMetrics;
import dev.rapport.metric.Catalogue;
import dev.rapport.query.MetricQueries;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Preset;
import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.web.CsvFile;
import dev.rapport.web.CsvTable;
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
import java.util.Locale;

/** Answers the ten common mistakes, each on one's own data where it can be seen there. */
@Path(GuideLayout.PAGE)
@Blocking
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class MistakesResource {
    private final SliceRequest asked;
    private final MetricQueries metrics;
    private final OwnMetrics own;
    private final NeglectedRecords neglected;
    private final SettingsChange change;

    MistakesResource(
            SliceRequest asked,
            MetricQueries metrics,
            OwnMetrics own,
            NeglectedRecords neglected,
            SettingsChange change) {
        this.asked = asked;
        this.metrics = metrics;
        this.own = own;
        this.neglected = neglected;
        this.change = change;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance mistakes(MistakesPage page);
    }

    @GET
    @Path("mistakes")
    public TemplateInstance mistakes() {
        return Templates.mistakes(page());
    }

    /** A line for each sentence about one's own data; a mistake of which nothing is seen has one without. */
    @GET
    @Path("mistakes.csv")
    @Produces(CsvFile.TYPE)
    public Response csv() {
        MistakesPage page = page();
        Locale reader = asked.audience().locale();
        return CsvFile.of(List.of("mistakes"), table -> write(page, reader, table));
    }

    private static void write(MistakesPage page, Locale reader, CsvTable table) throws IOException {
        for (String title : List.of("mistake", "title", "instead", "shown")) {
            table.plain(title);
        }
        table.end();
        for (MistakesPage.Mistake mistake : page.mistakes()) {
            List<String> shown = mistake.shown().isEmpty() ? List.of("") : mistake.shown();
            for (String sentence : shown) {
                table.plain(mistake.key())
                        .text(MistakeTexts.text(mistake.key(), "title", reader))
                        .text(MistakeTexts.text(mistake.key(), "instead", reader))
                        .text(sentence)
                        .end();
            }
        }
    }

    private MistakesPage page() {
        List<String> keys = own.of(change.who()).stream()
                .filter(key -> Catalogue.find(key).isPresent())
                .toList();
        MistakesLayout layout = new MistakesLayout(
                asked.context()
                        .with(asked.slice()
                                .withPreset(Preset.LAST_90_DAYS, asked.choices().context())
                                .withComparison(Comparison.PREVIOUS)),
                asked.choices().today(),
                keys);
        return layout.page(new Answers(metrics, layout.asks()), neglected.counts(change.now()));
    }
}
