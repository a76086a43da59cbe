package dev.rapport.behaviour;

import dev.rapport.behaviour.GoalsPage.GoalEditor;
import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.team.SettingsChange;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goals: added, changed, removed, and one of them asked for when a question names none. */
@Path("/settings/goals")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class GoalsResource {
    static final String HERE = "/settings/goals";

    private final SettingsChange change;
    private final GoalMessages words;
    private final GoalQueries queries;

    GoalsResource(SettingsChange change, GoalMessages words, GoalQueries queries) {
        this.change = change;
        this.words = words;
        this.queries = queries;
    }

    @CheckedTemplate(basePath = "behaviour")
    static class Templates {
        static native TemplateInstance goals(GoalsPage page);

        static native TemplateInstance goals$content(GoalsPage page);

        static native TemplateInstance goal(GoalEditor editor);

        static native TemplateInstance goal$content(GoalEditor editor);

        static native TemplateInstance goals$matches(long matches);
    }

    @GET
    public TemplateInstance list() {
        return Templates.goals(page(GoalEditor.empty()));
    }

    /** What a form would count, while it is being filled in. */
    @GET
    @Path("matches")
    public TemplateInstance matches(
            @QueryParam("kind") @Nullable String kind, @QueryParam("value") @Nullable String value) {
        GoalForm form = new GoalForm();
        form.kind = kind;
        form.value = value;
        return Templates.goals$matches(form.isValueBad() ? 0 : queries.matches(form));
    }

    @POST
    @Transactional
    public Response add(@BeanParam GoalForm form) {
        if (form.isBad()) {
            GoalsPage page = page(GoalEditor.sent(0, form));
            return change.refused(() -> Templates.goals(page), () -> Templates.goals$content(page));
        }
        Goal goal = new Goal();
        goal.key = freeKey(form.nameText());
        goal.position = 10
                + Goal.inOrder().stream()
                        .mapToInt(other -> other.position)
                        .max()
                        .orElse(0);
        write(goal, form);
        goal.persistAndFlush();
        change.note("goal added", describe(goal));
        queries.markDays(goal.eventName, goal.pagePattern);
        return change.saved(words.goalSaved(goal.name), HERE, this::content);
    }

    @GET
    @Path("{id}")
    public TemplateInstance edit(@PathParam("id") int id) {
        return Templates.goal(GoalEditor.of(known(id)));
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam GoalForm form) {
        Goal goal = known(id);
        if (form.isBad()) {
            GoalEditor editor = GoalEditor.sent(id, form);
            return change.refused(() -> Templates.goal(editor), () -> Templates.goal$content(editor));
        }
        String before = describe(goal);
        String formerEvent = goal.eventName;
        String formerPattern = goal.pagePattern;
        write(goal, form);
        Goal.flush();
        change.note("goal changed", before + " → " + describe(goal));
        if (!Objects.equals(formerEvent, goal.eventName) || !Objects.equals(formerPattern, goal.pagePattern)) {
            queries.markDays(formerEvent, formerPattern);
            queries.markDays(goal.eventName, goal.pagePattern);
        }
        return change.savedAndLeft(words.goalSaved(goal.name), HERE);
    }

    @POST
    @Path("{id}/default")
    @Transactional
    public Response makeDefault(@PathParam("id") int id) {
        Goal goal = known(id);
        Settings.current().defaultGoalId = goal.id;
        change.note("default goal changed", goal.name);
        return change.saved(words.defaultSaved(goal.name), HERE, this::content);
    }

    @POST
    @Path("{id}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        Goal goal = known(id);
        Settings settings = Settings.current();
        if (Objects.equals(settings.defaultGoalId, goal.id)) {
            settings.defaultGoalId = null;
        }
        queries.markDays(goal.eventName, goal.pagePattern);
        goal.delete();
        change.note("goal removed", describe(goal));
        Goal.flush();
        return change.saved(words.goalRemoved(goal.name), HERE, this::content);
    }

    TemplateInstance content() {
        return Templates.goals$content(page(GoalEditor.empty()));
    }

    private static void write(Goal goal, GoalForm form) {
        goal.name = form.nameText();
        goal.eventName = form.eventName().orElse(null);
        goal.pagePattern = form.pagePattern().orElse(null);
    }

    private GoalsPage page(GoalEditor editor) {
        Settings settings = Settings.current();
        Integer preferred = settings.defaultGoalId;
        Map<Integer, Long> matches = queries.matches();
        return new GoalsPage(
                Goal.inOrder().stream()
                        .map(goal -> GoalsPage.Row.of(goal, matches, Objects.equals(goal.id, preferred)))
                        .toList(),
                editor,
                settings.pageSlashMatters);
    }

    private static Goal known(int id) {
        return Goal.withId(id).orElseThrow(NotFoundException::new);
    }

    private static String freeKey(String name) {
        return Slug.unused(name, key -> Goal.withKey(key).isPresent());
    }

    private static String describe(Goal goal) {
        return goal.name + " (" + (goal.eventName == null ? goal.pagePattern : goal.eventName) + ")";
    }
}
