package dev.rapport.annotation;

import dev.rapport.annotation.AnnotationsPage.Editor;
import dev.rapport.channel.Channel;
import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.team.SettingsList;
import dev.rapport.web.CsvFile;
import dev.rapport.web.CsvTable;
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
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Answers the annotations: everybody who reads figures may say what happened. */
@Path("/")
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class AnnotationsResource {
    private static final List<String> TITLES =
            List.of("first_day", "last_day", "kind", "title", "channel", "created_by");

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
    @Path("annotations")
    public TemplateInstance list() {
        return annotations.list();
    }

    /** What the page lists, by keys. */
    @GET
    @Path("annotations.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        List<Annotation> listed = Annotation.newestFirst();
        Map<Short, String> channels = Channel.keys();
        return CsvFile.of(List.of("annotations"), table -> write(table, listed, channels));
    }

    /** What is about all channels names none. */
    static void write(CsvTable table, List<Annotation> annotations, Map<Short, String> channels) throws IOException {
        TITLES.forEach(table::plain);
        table.end();
        for (Annotation each : annotations) {
            table.plain(each.firstDay.toString())
                    .plain(each.lastDay.toString())
                    .plain(each.kind)
                    .text(each.title)
                    .text(each.channelId == null ? "" : channels.getOrDefault(each.channelId, ""))
                    .text(each.createdBy)
                    .end();
        }
    }

    @POST
    @Path("annotations")
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
    @Path("annotations/{id}")
    public TemplateInstance edit(@PathParam("id") int id) {
        return annotations.edit(id);
    }

    @POST
    @Path("annotations/{id}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam AnnotationForm form) {
        return annotations.change("annotation changed", change.check(id, form));
    }

    @POST
    @Path("annotations/{id}/removal")
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
