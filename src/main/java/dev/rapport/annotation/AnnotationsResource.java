package dev.rapport.annotation;

import dev.rapport.annotation.AnnotationsPage.Editor;
import dev.rapport.channel.Channel;
import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.team.SettingsChange;
import dev.rapport.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** Annotations: everybody who reads figures may say what happened. */
@Path("/annotations")
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class AnnotationsResource {
    private static final String HERE = "/annotations";

    private final SettingsChange change;
    private final AnnotationMessages words;
    private final SecurityIdentity identity;
    private final Reader reader;
    private final Clock clock;

    AnnotationsResource(
            SettingsChange change, AnnotationMessages words, SecurityIdentity identity, Reader reader, Clock clock) {
        this.change = change;
        this.words = words;
        this.identity = identity;
        this.reader = reader;
        this.clock = clock;
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
        return Templates.annotations(page(Editor.empty()));
    }

    @POST
    @Transactional
    public Response add(@BeanParam AnnotationForm form) {
        if (form.isBad()) {
            AnnotationsPage page = page(Editor.sent(0, form, true));
            return change.refused(() -> Templates.annotations(page), () -> Templates.annotations$content(page));
        }
        Annotation annotation = new Annotation();
        annotation.createdBy = identity.getPrincipal().getName();
        annotation.createdAt = clock.instant();
        write(annotation, form);
        annotation.persistAndFlush();
        noted("annotation added", annotation);
        return change.saved(
                words.saved(annotation.title), HERE, () -> Templates.annotations$content(page(Editor.empty())));
    }

    @GET
    @Path("{id}")
    public TemplateInstance edit(@PathParam("id") int id) {
        return Templates.annotation(Editor.of(known(id)));
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam AnnotationForm form) {
        Annotation annotation = known(id);
        if (form.isBad()) {
            Editor editor = Editor.sent(id, form, true);
            return change.refused(() -> Templates.annotation(editor), () -> Templates.annotation$content(editor));
        }
        write(annotation, form);
        noted("annotation changed", annotation);
        return change.savedAndLeft(words.saved(annotation.title), HERE);
    }

    @POST
    @Path("{id}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        Annotation annotation = known(id);
        annotation.delete();
        noted("annotation removed", annotation);
        Annotation.flush();
        return change.saved(
                words.removed(annotation.title), HERE, () -> Templates.annotations$content(page(Editor.empty())));
    }

    /** Pages that show it change with it: what they are kept by must move, too. */
    private void noted(String action, Annotation annotation) {
        Settings.current().updatedAt = clock.instant();
        change.note(action, annotation.title + " (" + annotation.firstDay + " – " + annotation.lastDay + ")");
    }

    private static void write(Annotation annotation, AnnotationForm form) {
        annotation.kind = form.knownKind().key();
        annotation.title = form.titleText();
        annotation.firstDay = form.firstDay().orElseThrow();
        annotation.lastDay = form.lastDay().orElseThrow();
        annotation.channelId =
                form.knownChannel().map((Channel channel) -> channel.id).orElse(null);
    }

    private AnnotationsPage page(Editor editor) {
        return AnnotationsPage.of(Annotation.newestFirst(), editor, reader.dates());
    }

    private static Annotation known(int id) {
        return Annotation.withId(id).orElseThrow(NotFoundException::new);
    }
}
