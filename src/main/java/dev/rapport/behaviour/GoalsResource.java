package dev.rapport.behaviour;

import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.team.SettingsChange;
import dev.rapport.team.SettingsList;
import dev.rapport.web.Form;
import dev.rapport.web.Reader;
import dev.rapport.web.Slug;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;

/** Answers the settings of goals: added, changed, removed, and one of them made the default when a query names none. */
@Path("/settings/goals")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class GoalsResource {
    static final String HERE = "/settings/goals";

    private final SettingsChange change;
    private final Reader reader;
    private final GoalQueries queries;
    private final SettingsList<Goal, GoalForm> goals;

    GoalsResource(SettingsChange change, Reader reader, GoalQueries queries) {
        this.change = change;
        this.reader = reader;
        this.queries = queries;
        this.goals = new SettingsList<>(
                change,
                HERE,
                new SettingsList.Entries<>(
                        Goal::withId,
                        GoalForm::of,
                        this::write,
                        GoalsResource::describe,
                        goal -> words().goalSaved(goal.name)),
                new SettingsList.Views<>(
                        GoalForm.BLANK,
                        editor -> Templates.goals(page(editor)),
                        editor -> Templates.goals$content(page(editor)),
                        Templates::goal,
                        Templates::goal$content));
    }

    @CheckedTemplate(basePath = "behaviour")
    static class Templates {
        static native TemplateInstance goals(GoalsPage page);

        static native TemplateInstance goals$content(GoalsPage page);

        static native TemplateInstance goal(Form<GoalForm> editor);

        static native TemplateInstance goal$content(Form<GoalForm> editor);

        static native TemplateInstance goals$matches(long matches);
    }

    @GET
    public TemplateInstance list() {
        return goals.list();
    }

    /** What a form would count, while it is being filled in. */
    @GET
    @Path("matches")
    public TemplateInstance matches(
            @QueryParam("kind") @DefaultValue("") String kind, @QueryParam("value") @DefaultValue("") String value) {
        Form<GoalForm> form = change.check(0, new GoalForm("", kind, value));
        return Templates.goals$matches(form.error("value").isEmpty() ? queries.matches(form.sent()) : 0);
    }

    @POST
    @Transactional
    public Response add(@BeanParam GoalForm form) {
        return goals.add("goal added", checked(0, form), () -> {
            Goal goal = new Goal();
            goal.key = Slug.unused(form.name(), key -> Goal.withKey(key).isPresent());
            goal.position = 10
                    + Goal.inOrder().stream()
                            .mapToInt(other -> other.position)
                            .max()
                            .orElse(0);
            return goal;
        });
    }

    @GET
    @Path("{id}")
    public TemplateInstance edit(@PathParam("id") int id) {
        return goals.edit(id);
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam GoalForm form) {
        return goals.change("goal changed", checked(id, form));
    }

    @POST
    @Path("{id}/default")
    @Transactional
    public Response makeDefault(@PathParam("id") int id) {
        Goal goal = goals.known(id);
        Settings.current().defaultGoalId = goal.id;
        change.note("default goal changed", goal.name);
        return goals.saved(words().defaultSaved(goal.name));
    }

    @POST
    @Path("{id}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        Goal goal = goals.known(id);
        Settings settings = Settings.current();
        if (Objects.equals(settings.defaultGoalId, goal.id)) {
            settings.defaultGoalId = null;
        }
        queries.markDays(GoalForm.of(goal));
        return goals.remove("goal removed", goal, () -> words().goalRemoved(goal.name));
    }

    TemplateInstance content() {
        return goals.content();
    }

    private void write(Goal goal, GoalForm form) {
        GoalForm before = GoalForm.of(goal);
        goal.name = form.name();
        goal.eventName = form.eventName();
        goal.pagePattern = form.pagePattern();
        goal.campaignPattern = form.campaignPattern();
        goal.channelKey = form.isChannel() ? queries.channel(form.value()) : null;
        GoalForm now = GoalForm.of(goal);
        if (!before.kind().equals(now.kind()) || !before.value().equals(now.value())) {
            queries.markDays(before);
            queries.markDays(now);
        }
    }

    /** A goal that everybody reaches is none. */
    private Form<GoalForm> checked(int id, GoalForm form) {
        Form<GoalForm> checked = change.check(id, form)
                .refuse(
                        "value",
                        () -> form.isChannel() && queries.channel(form.value()).isEmpty(),
                        words().channelBad());
        return checked.isBad()
                ? checked
                : checked.refuse("value", () -> queries.isEveryVisit(form), words().everyVisit());
    }

    private GoalsPage page(Form<GoalForm> editor) {
        Settings settings = Settings.current();
        Integer preferred = settings.defaultGoalId;
        Map<Integer, Long> matches = queries.matches();
        return new GoalsPage(
                Goal.inOrder().stream()
                        .map(goal -> new GoalsPage.Row(
                                goal.id,
                                GoalForm.of(goal),
                                matches.getOrDefault(goal.id, 0L),
                                Objects.equals(goal.id, preferred)))
                        .toList(),
                editor,
                settings.pageSlashMatters);
    }

    private static String describe(Goal goal) {
        return goal.name + " (" + GoalForm.of(goal).value() + ")";
    }

    private GoalMessages words() {
        return reader.words(GoalMessages.class);
    }
}
