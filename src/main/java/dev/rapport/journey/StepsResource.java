package dev.rapport.journey;

import dev.rapport.team.AuditWords;
import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.team.SettingsChange;
import dev.rapport.team.SettingsList;
import dev.rapport.web.Form;
import dev.rapport.web.ListOrder;
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
import java.util.List;

/** Answers the settings of the journey: steps added, changed, moved, removed; and the time they may take. */
@Path("/settings/journey")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class StepsResource {
    private static final int APART = 10;

    private final SettingsChange change;
    private final Reader reader;
    private final SettingsList<JourneyStep, StepForm> steps;

    StepsResource(SettingsChange change, Reader reader) {
        this.change = change;
        this.reader = reader;
        this.steps = new SettingsList<>(
                change,
                "/settings/journey",
                new SettingsList.Entries<>(
                        JourneyStep::withId,
                        StepForm::of,
                        StepsResource::write,
                        StepsResource::describe,
                        step -> words().saved(step.name)),
                new SettingsList.Views<>(
                        StepForm.BLANK,
                        editor -> Templates.steps(page(editor, window())),
                        editor -> Templates.steps$content(page(editor, window())),
                        Templates::step,
                        Templates::step$content));
    }

    @CheckedTemplate(basePath = "journey")
    static class Templates {
        static native TemplateInstance steps(StepsPage page);

        static native TemplateInstance steps$content(StepsPage page);

        static native TemplateInstance step(Form<StepForm> editor);

        static native TemplateInstance step$content(Form<StepForm> editor);
    }

    @GET
    public TemplateInstance list() {
        return steps.list();
    }

    @POST
    @Transactional
    public Response add(@BeanParam StepForm form) {
        List<JourneyStep> others = JourneyStep.inOrder();
        Form<StepForm> checked =
                change.check(0, form).refuse("name", () -> others.size() >= StepsPage.MOST, words().full());
        return steps.add("journey step added", checked, () -> {
            JourneyStep step = new JourneyStep();
            step.position = APART
                    + others.stream().mapToInt(each -> each.position).max().orElse(0);
            return step;
        });
    }

    @GET
    @Path("{id: \\d{1,9}}")
    public TemplateInstance edit(@PathParam("id") int id) {
        return steps.edit(id);
    }

    @POST
    @Path("{id: \\d{1,9}}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam StepForm form) {
        return steps.change("journey step changed", change.check(id, form));
    }

    /** Changes places with the step before. */
    @POST
    @Path("{id: \\d{1,9}}/earlier")
    @Transactional
    public Response earlier(@PathParam("id") int id) {
        JourneyStep step = steps.known(id);
        List<JourneyStep> inOrder = JourneyStep.inOrder();
        if (inOrder.indexOf(step) > 0) {
            ListOrder.move(inOrder, step, "up", (each, position) -> each.position = position);
            JourneyStep.flush();
            change.note("journey step moved", describe(step));
        }
        return steps.saved(words().saved(step.name));
    }

    @POST
    @Path("{id: \\d{1,9}}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        JourneyStep step = steps.known(id);
        return steps.remove("journey step removed", step, () -> words().removed(step.name));
    }

    @POST
    @Path("window")
    @Transactional
    public Response window(@BeanParam WindowForm sent) {
        Form<WindowForm> form = change.check(0, sent);
        if (form.isBad()) {
            StepsPage page = page(Form.unsent(0, StepForm.BLANK), form);
            return change.refused(() -> Templates.steps(page), () -> Templates.steps$content(page));
        }
        Settings settings = Settings.current();
        int days = Integer.parseInt(sent.days());
        change.note("journey window changed", settings.journeyWindowDays + " → " + days);
        settings.journeyWindowDays = days;
        Settings.flush();
        return steps.saved(words().windowSaved());
    }

    private static void write(JourneyStep step, StepForm form) {
        step.name = form.name();
        step.kind = form.kind();
        step.pattern = form.written();
    }

    private static StepsPage page(Form<StepForm> editor, Form<WindowForm> window) {
        return StepsPage.of(JourneyStep.inOrder(), editor, window);
    }

    private static Form<WindowForm> window() {
        return Form.unsent(0, new WindowForm(Integer.toString(Settings.current().journeyWindowDays)));
    }

    private static String describe(JourneyStep step) {
        return step.name + " (" + AuditWords.word("step_" + step.kind)
                + (step.pattern == null ? "" : " " + step.pattern) + ")";
    }

    private JourneyMessages words() {
        return reader.words(JourneyMessages.class);
    }
}
