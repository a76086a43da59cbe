package dev.rapport.revenue;

import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.team.SettingsList;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers the settings of which reasons for leaving or stopping count as others. Figures follow at once: they read the facts. */
@Path("/settings/reasons")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class MeaningsResource {
    private final SettingsChange change;
    private final CustomerReasons reasons;
    private final Reader reader;
    private final SettingsList<ReasonMeaning, MeaningForm> meanings;

    MeaningsResource(SettingsChange change, CustomerReasons reasons, Reader reader) {
        this.change = change;
        this.reasons = reasons;
        this.reader = reader;
        this.meanings = new SettingsList<>(
                change,
                "/settings/reasons",
                new SettingsList.Entries<>(
                        ReasonMeaning::withId,
                        MeaningForm::of,
                        MeaningsResource::write,
                        meaning -> meaning.said + " = " + meaning.means,
                        meaning -> words().meaningSaved(meaning.said, meaning.means)),
                new SettingsList.Views<>(
                        MeaningForm.BLANK,
                        editor -> Templates.meanings(page(editor)),
                        editor -> Templates.meanings$content(page(editor)),
                        Templates::meaning,
                        Templates::meaning$content));
    }

    @CheckedTemplate(basePath = "revenue")
    static class Templates {
        static native TemplateInstance meanings(MeaningsPage page);

        static native TemplateInstance meanings$content(MeaningsPage page);

        static native TemplateInstance meaning(Form<MeaningForm> editor);

        static native TemplateInstance meaning$content(Form<MeaningForm> editor);
    }

    @GET
    @Transactional
    public TemplateInstance list() {
        return meanings.list();
    }

    @POST
    @Transactional
    public Response add(@BeanParam MeaningForm form) {
        return meanings.add("reason merged", checked(0, form), ReasonMeaning::new);
    }

    @GET
    @Path("{id: \\d{1,9}}")
    @Transactional
    public TemplateInstance edit(@PathParam("id") int id) {
        return meanings.edit(id);
    }

    @POST
    @Path("{id: \\d{1,9}}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam MeaningForm form) {
        return meanings.change("reason merged", checked(id, form));
    }

    @POST
    @Path("{id: \\d{1,9}}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        ReasonMeaning meaning = meanings.known(id);
        return meanings.remove("reason set apart", meaning, () -> words().meaningRemoved(meaning.said));
    }

    /** One step only: what counts as something is nothing that others count as. */
    private Form<MeaningForm> checked(int id, MeaningForm form) {
        return change.check(id, form)
                .refuse("means", () -> form.saidKey().equals(form.meansKey()), words().itself())
                .refuse(
                        "said",
                        () -> ReasonMeaning.of(form.saidKey())
                                .filter(other -> other.id != id)
                                .isPresent(),
                        words().saidTwice())
                .refuse("said", () -> ReasonMeaning.anotherMeans(form.saidKey(), id), words().saidIsMeant())
                .refuse(
                        "means",
                        () -> ReasonMeaning.of(form.meansKey())
                                .filter(other -> other.id != id)
                                .isPresent(),
                        words().meantIsSaid());
    }

    private static void write(ReasonMeaning meaning, MeaningForm form) {
        meaning.said = form.said();
        meaning.saidKey = form.saidKey();
        meaning.means = form.means();
        meaning.meansKey = form.meansKey();
    }

    private MeaningsPage page(Form<MeaningForm> editor) {
        return new MeaningsPage(
                ReasonMeaning.inOrder().stream()
                        .map(meaning -> new MeaningsPage.Row(meaning.id, meaning.said, meaning.means))
                        .toList(),
                editor,
                reasons.known());
    }

    private ReasonMessages words() {
        return reader.words(ReasonMessages.class);
    }
}
