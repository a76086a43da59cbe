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
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Answers the ten common mistakes, each on one's own data where it can be seen there. */
@Path("/guide/mistakes")
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
    public TemplateInstance mistakes() {
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
        return Templates.mistakes(layout.page(new Answers(metrics, layout.asks()), neglected.counts(change.now())));
    }
}
