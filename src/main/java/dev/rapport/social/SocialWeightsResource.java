package dev.rapport.social;

import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.team.SettingsChange;
import dev.rapport.web.Form;
import dev.rapport.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers the settings of what interactions with posts weigh. Sums are kept of each kind, so that nothing is counted anew. */
@Path(SocialWeightsResource.HERE)
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class SocialWeightsResource {
    static final String HERE = "/settings/social";

    private final SettingsChange change;
    private final Reader reader;

    SocialWeightsResource(SettingsChange change, Reader reader) {
        this.change = change;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "social")
    static class Templates {
        static native TemplateInstance weights(Form<SocialWeightsForm> editor);

        static native TemplateInstance weights$content(Form<SocialWeightsForm> editor);
    }

    @GET
    public TemplateInstance weights() {
        return Templates.weights(stored());
    }

    @POST
    @Transactional
    public Response weigh(@BeanParam SocialWeightsForm sent) {
        Form<SocialWeightsForm> form = change.check(0, sent);
        if (form.isBad()) {
            return change.refused(() -> Templates.weights(form), () -> Templates.weights$content(form));
        }
        sent.write(Settings.current());
        change.showsInFigures();
        change.note("social weights changed", sent.text());
        Settings.flush();
        return change.saved(
                reader.words(SocialWeightsMessages.class).saved(), HERE, () -> Templates.weights$content(stored()));
    }

    private static Form<SocialWeightsForm> stored() {
        return Form.unsent(0, SocialWeightsForm.of(Settings.current()));
    }
}
