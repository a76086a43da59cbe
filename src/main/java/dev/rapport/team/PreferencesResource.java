package dev.rapport.team;

import dev.rapport.web.CsvChoice;
import dev.rapport.web.CsvStyle;
import dev.rapport.web.Form;
import dev.rapport.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

/** Answers what a person chooses for themselves; kept in their browser, as the theme is. */
@Path("/preferences")
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.PERSONAL_DATA})
@Produces(MediaType.TEXT_HTML)
public class PreferencesResource {
    private static final String HERE = "/preferences";
    private static final int ONE_YEAR = 365 * 24 * 60 * 60;

    private final SettingsChange change;
    private final CsvChoice choice;
    private final Reader reader;

    PreferencesResource(SettingsChange change, CsvChoice choice, Reader reader) {
        this.change = change;
        this.choice = choice;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance preferences(Form<PreferencesForm> form);
    }

    @GET
    public TemplateInstance show() {
        return Templates.preferences(
                Form.unsent(0, new PreferencesForm(choice.kept().key())));
    }

    @POST
    public Response save(@BeanParam PreferencesForm sent) {
        Form<PreferencesForm> form = change.check(0, sent);
        if (form.isBad()) {
            return Response.status(422).entity(Templates.preferences(form)).build();
        }
        String said = reader.words(PreferencesMessages.class).saved();
        return Response.fromResponse(change.savedAndLeft(said, HERE))
                .cookie(cookie(sent.csv()))
                .build();
    }

    private static NewCookie cookie(String csv) {
        return new NewCookie.Builder(CsvStyle.COOKIE)
                .value(csv)
                .path("/")
                .maxAge(ONE_YEAR)
                .sameSite(NewCookie.SameSite.LAX)
                .httpOnly(true)
                .build();
    }
}
