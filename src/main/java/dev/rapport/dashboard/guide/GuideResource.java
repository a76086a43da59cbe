package dev.rapport.dashboard.guide;

import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.dashboard.board.OwnMetrics;
import dev.rapport.metric.JourneyStage;
import dev.rapport.metric.MetricGoal;
import dev.rapport.query.MetricQueries;
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
import java.util.Locale;
import java.util.Optional;

/** Answers the guide to a list of one's own. */
@Path(GuideLayout.PAGE)
@Blocking
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class GuideResource {
    private final SliceRequest asked;
    private final MetricQueries metrics;
    private final OwnMetrics own;
    private final SettingsChange change;

    GuideResource(SliceRequest asked, MetricQueries metrics, OwnMetrics own, SettingsChange change) {
        this.asked = asked;
        this.metrics = metrics;
        this.own = own;
        this.change = change;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance guide(GuidePage page);
    }

    @GET
    public TemplateInstance guide() {
        asked.slice();
        String goal = asked.choice(GuideLayout.GOAL, GuideLayout.goals());
        String stage = asked.choice(GuideLayout.STAGE, GuideLayout.stages());
        PageContext year = asked.context()
                .with(asked.slice()
                        .withPreset(Preset.LAST_12_MONTHS, asked.choices().context()));
        GuideLayout layout = new GuideLayout(
                MetricGoal.valueOf(goal.toUpperCase(Locale.ROOT)),
                stage.equals(GuideLayout.ANY)
                        ? Optional.empty()
                        : Optional.of(JourneyStage.valueOf(stage.toUpperCase(Locale.ROOT))),
                year);
        return Templates.guide(layout.page(new Answers(metrics, layout.asks()), own.of(change.who())));
    }
}
