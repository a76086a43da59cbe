package dev.rapport.annotation;

import dev.rapport.annotation.AnnotationsPage.Editor;
import dev.rapport.channel.Channel;
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

/** Answers the annotations: everybody who reads figures may say what happened. */
@Path("/annotations")
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class AnnotationsResource {
    private final SettingsChange change;
    private final Reader reader;
    private final SettingsList<Annotation, AnnotationForm> annotations;

    AnnotationsResource(SettingsChange change, Reader reader) {
        this.change = change;
        this.reader = reader;
        this.annotations = new SettingsList<>(
                change,
                "/annotations",
                new SettingsList.Entries<>(
                        Annotation::withId,
                        AnnotationForm::of,
                        this::write,
                        each -> each.title + " (" + each.firstDay + " – " + each.lastDay + ")",
                        each -> words().saved(each.title)),
                new SettingsList.Views<>(
                        AnnotationForm.BLANK,
                        form -> Templates.annotations(page(form)),
                        form -> Templates.annotations$content(page(form)),
                        form -> Templates.annotation(Editor.of(form)),
                        form -> Templates.annotation$content(Editor.of(form))));
    }

    @CheckedTemplate(basePath = "annotation")
    static class Templates {
        static native TemplateInstance annotations(AnnotationsPage page);

        static native TemplateInstance annotations$content(AnnotationsPage page);

        static native TemplateInstance annotation(Editor editor);

        static native TemplateInstance annotation$content(Editor editor);
    }

    @GET
    public TemplateInstance list() {
        return annotations.list();
    }

    @POST
    @Transactional
    public Response add(@BeanParam AnnotationForm form) {
        return annotations.add("annotation added", change.check(0, form), () -> {
            Annotation annotation = new Annotation();
            annotation.createdBy = change.who();
            annotation.createdAt = change.now();
            return annotation;
        });
    }

    @GET
    @Path("{id}")
    public TemplateInstance edit(@PathParam("id") int id) {
        return annotations.edit(id);
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam AnnotationForm form) {
        return annotations.change("annotation changed", change.check(id, form));
    }

    @POST
    @Path("{id}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        Annotation annotation = annotations.known(id);
        change.showsInFigures();
        return annotations.remove("annotation removed", annotation, () -> words().removed(annotation.title));
    }

    private void write(Annotation annotation, AnnotationForm form) {
        annotation.kind = form.knownKind().key();
        annotation.title = form.title();
        annotation.firstDay = form.firstDay().orElseThrow();
        annotation.lastDay = form.lastDay().orElseThrow();
        annotation.channelId =
                form.knownChannel().map((Channel channel) -> channel.id).orElse(null);
        change.showsInFigures();
    }

    private AnnotationsPage page(Form<AnnotationForm> form) {
        return AnnotationsPage.of(Annotation.newestFirst(), form, reader.dates());
    }

    private AnnotationMessages words() {
        return reader.words(AnnotationMessages.class);
    }
}
