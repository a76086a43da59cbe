package dev.rapport.dashboard.board;

import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.query.MetricQueries;
import dev.rapport.team.Role;
import dev.rapport.team.Settings;
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

/** Answers what customers write about, and how they score it. */
@Path("/voice")
@Blocking
@Revalidated
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class VoiceTopicsResource {
    private final SliceRequest asked;
    private final MetricQueries metrics;
    private final Htmx htmx;

    VoiceTopicsResource(SliceRequest asked, MetricQueries metrics, Htmx htmx) {
        this.asked = asked;
        this.metrics = metrics;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance voiceTopics(VoiceTopicsPage page);

        static native TemplateInstance voiceTopics$content(VoiceTopicsPage page);
    }

    @GET
    public TemplateInstance topics() {
        asked.slice();
        VoiceTopicsLayout layout =
                new VoiceTopicsLayout(asked.choice(PartTable.PARAMETER, VoiceTopicsLayout.PARTS), asked.context());
        VoiceTopicsPage page = layout.page(new Answers(metrics, layout.asks()), Settings.current().agentsHidden);
        htmx.pushUrl(page.url());
        return htmx.choose(() -> Templates.voiceTopics(page), () -> Templates.voiceTopics$content(page));
    }
}
