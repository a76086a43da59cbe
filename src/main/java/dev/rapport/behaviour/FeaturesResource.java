package dev.rapport.behaviour;

import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.team.SettingsChange;
import dev.rapport.team.SettingsList;
import dev.rapport.web.Form;
import dev.rapport.web.FormText;
import dev.rapport.web.Reader;
import dev.rapport.web.Slug;
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

/** Answers the settings of which events are features, and what the first week of a customer is told by. */
@Path("/settings/features")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class FeaturesResource {
    private final SettingsChange change;
    private final GoalQueries queries;
    private final Reader reader;
    private final SettingsList<Feature, FeatureForm> features;

    FeaturesResource(SettingsChange change, GoalQueries queries, Reader reader) {
        this.change = change;
        this.queries = queries;
        this.reader = reader;
        this.features = new SettingsList<>(
                change,
                "/settings/features",
                new SettingsList.Entries<>(
                        Feature::withId,
                        FeatureForm::of,
                        this::write,
                        feature -> feature.name + " (" + feature.eventName + ")",
                        feature -> words().saved(feature.name)),
                new SettingsList.Views<>(
                        FeatureForm.BLANK,
                        editor -> Templates.features(page(editor, firstWeek())),
                        editor -> Templates.features$content(page(editor, firstWeek())),
                        Templates::feature,
                        Templates::feature$content));
    }

    @CheckedTemplate(basePath = "behaviour")
    static class Templates {
        static native TemplateInstance features(FeaturesPage page);

        static native TemplateInstance features$content(FeaturesPage page);

        static native TemplateInstance feature(Form<FeatureForm> editor);

        static native TemplateInstance feature$content(Form<FeatureForm> editor);
    }

    @GET
    public TemplateInstance list() {
        return features.list();
    }

    @POST
    @Transactional
    public Response add(@BeanParam FeatureForm form) {
        return features.add("feature added", checked(0, form), () -> {
            Feature feature = new Feature();
            feature.key = Slug.unused(form.name(), key -> Feature.withKey(key).isPresent());
            return feature;
        });
    }

    @GET
    @Path("{id: \\d{1,9}}")
    public TemplateInstance edit(@PathParam("id") int id) {
        return features.edit(id);
    }

    @POST
    @Path("{id: \\d{1,9}}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam FeatureForm form) {
        return features.change("feature changed", checked(id, form));
    }

    @POST
    @Path("{id: \\d{1,9}}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        Feature feature = features.known(id);
        queries.markDays(feature.eventName, null);
        return features.remove("feature removed", feature, () -> words().removed(feature.name));
    }

    @POST
    @Path("first-week")
    @Transactional
    public Response firstWeek(@BeanParam FirstWeekForm sent) {
        Form<FirstWeekForm> form = change.check(0, sent);
        if (form.isBad()) {
            FeaturesPage page = page(Form.unsent(0, FeatureForm.BLANK), form);
            return change.refused(() -> Templates.features(page), () -> Templates.features$content(page));
        }
        Settings settings = Settings.current();
        settings.signUpEvent = sent.signUp().isEmpty() ? null : sent.signUp();
        settings.firstWeekEvent = sent.keyEvent().isEmpty() ? null : sent.keyEvent();
        settings.firstWeekDays = Integer.parseInt(sent.days());
        change.note("first week changed", "%s, %s, %s".formatted(or(sent.signUp()), or(sent.keyEvent()), sent.days()));
        Settings.flush();
        return features.saved(words().firstWeekSaved());
    }

    /** One event is one feature. */
    private Form<FeatureForm> checked(int id, FeatureForm form) {
        return change.check(id, form)
                .refuse(
                        "event",
                        () -> Feature.withEvent(form.event())
                                .filter(other -> other.id != id)
                                .isPresent(),
                        words().eventBad());
    }

    private void write(Feature feature, FeatureForm form) {
        if (!feature.eventName.equals(form.event())) {
            queries.markDays(feature.eventName, null);
            queries.markDays(form.event(), null);
        }
        feature.name = form.name();
        feature.eventName = form.event();
        feature.releasedOn = FormText.day(form.released()).orElse(null);
    }

    private static Form<FirstWeekForm> firstWeek() {
        return Form.unsent(0, FirstWeekForm.of(Settings.current()));
    }

    private FeaturesPage page(Form<FeatureForm> editor, Form<FirstWeekForm> firstWeek) {
        return new FeaturesPage(
                Feature.newestFirst().stream()
                        .map(feature -> new FeaturesPage.Row(
                                feature.id,
                                feature.name,
                                feature.eventName,
                                feature.releasedOn == null ? "" : reader.dates().day(feature.releasedOn)))
                        .toList(),
                editor,
                firstWeek);
    }

    private static String or(String event) {
        return event.isEmpty() ? "-" : event;
    }

    private FeatureMessages words() {
        return reader.words(FeatureMessages.class);
    }
}
