package dev.rapport.journey;

import dev.rapport.journey.StepsPage.StepEditor;
import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.team.SettingsChange;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of the journey: added, changed, moved, removed; and the time they may take. */
@Path("/settings/journey")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class StepsResource {
    private static final String HERE = "/settings/journey";
    private static final int APART = 10;

    private final SettingsChange change;
    private final JourneyMessages words;

    StepsResource(SettingsChange change, JourneyMessages words) {
        this.change = change;
        this.words = words;
    }

    @CheckedTemplate(basePath = "journey")
    static class Templates {
        static native TemplateInstance steps(StepsPage page);

        static native TemplateInstance steps$content(StepsPage page);

        static native TemplateInstance step(StepEditor editor);

        static native TemplateInstance step$content(StepEditor editor);
    }

    @GET
    public TemplateInstance list() {
        return Templates.steps(page(StepEditor.empty()));
    }

    @POST
    @Transactional
    public Response add(@BeanParam StepForm form) {
        List<JourneyStep> steps = JourneyStep.inOrder();
        if (form.isBad() || steps.size() >= StepsPage.MOST) {
            StepsPage page = page(StepEditor.sent(0, form));
            return change.refused(() -> Templates.steps(page), () -> Templates.steps$content(page));
        }
        JourneyStep step = new JourneyStep();
        step.position =
                APART + steps.stream().mapToInt(each -> each.position).max().orElse(0);
        write(step, form);
        step.persistAndFlush();
        change.note("journey step added", describe(step));
        return change.saved(words.saved(step.name), HERE, () -> Templates.steps$content(page(StepEditor.empty())));
    }

    @GET
    @Path("{id: \\d{1,9}}")
    public TemplateInstance edit(@PathParam("id") int id) {
        return Templates.step(StepEditor.of(known(id)));
    }

    @POST
    @Path("{id: \\d{1,9}}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam StepForm form) {
        JourneyStep step = known(id);
        if (form.isBad()) {
            StepEditor editor = StepEditor.sent(id, form);
            return change.refused(() -> Templates.step(editor), () -> Templates.step$content(editor));
        }
        String before = describe(step);
        write(step, form);
        JourneyStep.flush();
        change.note("journey step changed", before + " → " + describe(step));
        return change.savedAndLeft(words.saved(step.name), HERE);
    }

    /** Changes places with the step before. */
    @POST
    @Path("{id: \\d{1,9}}/earlier")
    @Transactional
    public Response earlier(@PathParam("id") int id) {
        JourneyStep step = known(id);
        List<JourneyStep> steps = JourneyStep.inOrder();
        int place = steps.indexOf(step);
        if (place > 0) {
            steps.remove(place);
            steps.add(place - 1, step);
            for (int i = 0; i < steps.size(); i++) {
                steps.get(i).position = APART * (i + 1);
            }
            JourneyStep.flush();
            change.note("journey step moved", describe(step));
        }
        return change.saved(words.saved(step.name), HERE, () -> Templates.steps$content(page(StepEditor.empty())));
    }

    @POST
    @Path("{id: \\d{1,9}}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        JourneyStep step = known(id);
        step.delete();
        change.note("journey step removed", describe(step));
        JourneyStep.flush();
        return change.saved(words.removed(step.name), HERE, () -> Templates.steps$content(page(StepEditor.empty())));
    }

    @POST
    @Path("window")
    @Transactional
    public Response window(@FormParam("days") @Nullable String given) {
        String text = given == null ? "" : given.strip();
        Optional<Integer> days = Optional.of(text)
                .filter(each -> each.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(each -> each >= 1 && each <= 365);
        if (days.isEmpty()) {
            StepsPage page = StepsPage.of(JourneyStep.inOrder(), StepEditor.empty(), text, true);
            return change.refused(() -> Templates.steps(page), () -> Templates.steps$content(page));
        }
        Settings settings = Settings.current();
        change.note("journey window changed", settings.journeyWindowDays + " → " + days.get());
        settings.journeyWindowDays = days.get();
        Settings.flush();
        return change.saved(words.windowSaved(), HERE, () -> Templates.steps$content(page(StepEditor.empty())));
    }

    private static void write(JourneyStep step, StepForm form) {
        step.name = form.nameText();
        step.kind = form.kindText();
        step.pattern = form.pattern().orElse(null);
    }

    private static StepsPage page(StepEditor editor) {
        String window = Integer.toString(Settings.current().journeyWindowDays);
        return StepsPage.of(JourneyStep.inOrder(), editor, window, false);
    }

    private static JourneyStep known(int id) {
        return JourneyStep.withId(id).orElseThrow(NotFoundException::new);
    }

    private static String describe(JourneyStep step) {
        return step.name + " (" + step.kind + (step.pattern == null ? "" : " " + step.pattern) + ")";
    }
}
