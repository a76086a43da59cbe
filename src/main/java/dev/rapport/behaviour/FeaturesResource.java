package dev.rapport.behaviour;

import dev.rapport.behaviour.FeaturesPage.FeatureEditor;
import dev.rapport.behaviour.FeaturesPage.FirstWeek;
import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.team.SettingsChange;
import dev.rapport.web.Reader;
import dev.rapport.web.Slug;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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

/** Which events are features, and what the first week of a customer is told by. */
@Path("/settings/features")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class FeaturesResource {
    private static final String HERE = "/settings/features";

    private final SettingsChange change;
    private final FeatureMessages words;
    private final GoalQueries queries;
    private final Reader reader;

    FeaturesResource(SettingsChange change, FeatureMessages words, GoalQueries queries, Reader reader) {
        this.change = change;
        this.words = words;
        this.queries = queries;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "behaviour")
    static class Templates {
        static native TemplateInstance features(FeaturesPage page);

        static native TemplateInstance features$content(FeaturesPage page);

        static native TemplateInstance feature(FeatureEditor editor);

        static native TemplateInstance feature$content(FeatureEditor editor);
    }

    @GET
    public TemplateInstance list() {
        return Templates.features(page(FeatureEditor.empty()));
    }

    @POST
    @Transactional
    public Response add(@BeanParam FeatureForm form) {
        if (form.isBad(0)) {
            FeaturesPage page = page(FeatureEditor.sent(0, form));
            return change.refused(() -> Templates.features(page), () -> Templates.features$content(page));
        }
        Feature feature = new Feature();
        feature.key = Slug.unused(form.nameText(), key -> Feature.withKey(key).isPresent());
        write(feature, form);
        feature.persistAndFlush();
        change.note("feature added", describe(feature));
        queries.markDays(feature.eventName, null);
        return change.saved(
                words.saved(feature.name), HERE, () -> Templates.features$content(page(FeatureEditor.empty())));
    }

    @GET
    @Path("{id: \\d{1,9}}")
    public TemplateInstance edit(@PathParam("id") int id) {
        return Templates.feature(FeatureEditor.of(known(id)));
    }

    @POST
    @Path("{id: \\d{1,9}}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam FeatureForm form) {
        Feature feature = known(id);
        if (form.isBad(id)) {
            FeatureEditor editor = FeatureEditor.sent(id, form);
            return change.refused(() -> Templates.feature(editor), () -> Templates.feature$content(editor));
        }
        String before = describe(feature);
        String formerEvent = feature.eventName;
        write(feature, form);
        Feature.flush();
        change.note("feature changed", before + " → " + describe(feature));
        if (!formerEvent.equals(feature.eventName)) {
            queries.markDays(formerEvent, null);
            queries.markDays(feature.eventName, null);
        }
        return change.savedAndLeft(words.saved(feature.name), HERE);
    }

    @POST
    @Path("{id: \\d{1,9}}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        Feature feature = known(id);
        queries.markDays(feature.eventName, null);
        feature.delete();
        change.note("feature removed", describe(feature));
        Feature.flush();
        return change.saved(
                words.removed(feature.name), HERE, () -> Templates.features$content(page(FeatureEditor.empty())));
    }

    @POST
    @Path("first-week")
    @Transactional
    public Response firstWeek(@BeanParam FirstWeekForm form) {
        if (form.isBad()) {
            FeaturesPage page = page(FeatureEditor.empty(), FirstWeek.of(form));
            return change.refused(() -> Templates.features(page), () -> Templates.features$content(page));
        }
        Settings settings = Settings.current();
        settings.signUpEvent = form.signUpEvent().orElse(null);
        settings.firstWeekEvent = form.keyEvent().orElse(null);
        settings.firstWeekDays = form.days().orElseThrow();
        change.note(
                "first week changed",
                "%s, %s, %d"
                        .formatted(
                                form.signUpEvent().orElse("-"), form.keyEvent().orElse("-"), settings.firstWeekDays));
        Settings.flush();
        return change.saved(
                words.firstWeekSaved(), HERE, () -> Templates.features$content(page(FeatureEditor.empty())));
    }

    private static void write(Feature feature, FeatureForm form) {
        feature.name = form.nameText();
        feature.eventName = form.eventText();
        feature.releasedOn = form.releasedOn().orElse(null);
    }

    private FeaturesPage page(FeatureEditor editor) {
        return page(editor, FirstWeek.of(FirstWeekForm.of(Settings.current())));
    }

    private FeaturesPage page(FeatureEditor editor, FirstWeek firstWeek) {
        return new FeaturesPage(
                Feature.newestFirst().stream()
                        .map(feature -> FeaturesPage.Row.of(feature, reader.dates()))
                        .toList(),
                editor,
                firstWeek);
    }

    private static Feature known(int id) {
        return Feature.withId(id).orElseThrow(NotFoundException::new);
    }

    private static String describe(Feature feature) {
        return feature.name + " (" + feature.eventName + ")";
    }
}
