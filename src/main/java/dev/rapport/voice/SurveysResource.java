package dev.rapport.voice;

import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.team.SettingsList;
import dev.rapport.web.Choice;
import dev.rapport.web.Form;
import dev.rapport.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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

/**
 * Answers the settings of surveys: looked through, renamed, their answers counted otherwise, two made one, and removed when
 * nothing speaks of them.
 */
@Path("/settings/surveys")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class SurveysResource {
    private static final String HERE = "/settings/surveys";

    private final SettingsChange change;
    private final Reader reader;
    private final SurveyQueries queries;
    private final SurveyRecount recount;
    private final SettingsList<Survey, SurveyForm> surveys;

    SurveysResource(SettingsChange change, Reader reader, SurveyQueries queries, SurveyRecount recount) {
        this.change = change;
        this.reader = reader;
        this.queries = queries;
        this.recount = recount;
        this.surveys = new SettingsList<>(
                change,
                HERE,
                new SettingsList.Entries<>(
                        Survey::withId,
                        survey -> new SurveyForm(survey.name),
                        SurveysResource::write,
                        survey -> survey.name,
                        survey -> words().saved(survey.name)),
                new SettingsList.Views<>(
                        SurveyForm.BLANK,
                        form -> Templates.surveys(all()),
                        form -> Templates.surveys(all()),
                        form -> Templates.survey(editor(form)),
                        form -> Templates.survey$content(editor(form))));
    }

    @CheckedTemplate(basePath = "voice")
    static class Templates {
        static native TemplateInstance surveys(SurveysPage.All page);

        static native TemplateInstance survey(SurveysPage.Editor editor);

        static native TemplateInstance survey$content(SurveysPage.Editor editor);
    }

    @GET
    public TemplateInstance list() {
        return surveys.list();
    }

    @GET
    @Path("{id: \\d{1,9}}")
    public TemplateInstance edit(@PathParam("id") int id) {
        return surveys.edit(id);
    }

    @POST
    @Path("{id: \\d{1,9}}")
    @Transactional
    public Response rename(@PathParam("id") int id, @BeanParam SurveyForm sent) {
        return surveys.change("survey renamed", change.check(id, sent));
    }

    @POST
    @Path("{id: \\d{1,9}}/counting")
    @Transactional
    public Response count(@PathParam("id") int id, @BeanParam SurveyAnswersForm sent) {
        Survey survey = surveys.known(id);
        Optional<AnswerFault> fault = recount.fault(survey, sent);
        if (fault.isPresent() || !recount.keep(survey, sent)) {
            String problem = fault.map(one -> words().answerFault(one.kind().name(), one.what()))
                    .orElseGet(() -> words().busy());
            return refused(editor(survey, named(survey), recount.sent(survey, sent), problem));
        }
        change.note("survey scores mapped", survey.name);
        return change.savedAndLeft(words().counted(survey.name), HERE + "/" + id);
    }

    @POST
    @Path("{id: \\d{1,9}}/merging")
    @Transactional
    public Response merge(@PathParam("id") int id, @FormParam("into") @DefaultValue("0") int into) {
        Survey survey = surveys.known(id);
        Optional<Survey> other = into == id ? Optional.empty() : Survey.withId(into);
        if (other.isEmpty()) {
            return refused(survey, words().chooseBad());
        }
        SurveyMerging.Difference difference = SurveyMerging.difference(survey, other.get());
        if (difference != null) {
            return refused(survey, words().differs(other.get().name, difference.name()));
        }
        if (!queries.merge(id, into)) {
            return refused(survey, words().busy());
        }
        change.note("survey merged", survey.name + " → " + other.get().name);
        return change.savedAndLeft(words().merged(survey.name, other.get().name), HERE);
    }

    @POST
    @Path("{id: \\d{1,9}}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        Survey survey = surveys.known(id);
        if (queries.speaking(id) > 0) {
            return refused(survey, words().spokenOf(reader.numbers().counted(queries.speaking(id))));
        }
        return surveys.removeAndLeave("survey removed", survey, words().removed(survey.name));
    }

    private Response refused(Survey survey, String problem) {
        return refused(editor(survey, named(survey), problem));
    }

    private Response refused(SurveysPage.Editor editor) {
        return change.refused(() -> Templates.survey(editor), () -> Templates.survey$content(editor));
    }

    /** A name that somebody gave stays when the import is taken back. */
    private static void write(Survey survey, SurveyForm form) {
        survey.name = form.name();
        survey.importId = null;
    }

    private static Form<SurveyForm> named(Survey survey) {
        return Form.unsent(survey.id, new SurveyForm(survey.name));
    }

    private SurveysPage.All all() {
        return new SurveysPage.All(queries.rows());
    }

    private SurveysPage.Editor editor(Form<SurveyForm> form) {
        return editor(surveys.known(form.id()), form, "");
    }

    private SurveysPage.Editor editor(Survey survey, Form<SurveyForm> form, String problem) {
        return editor(survey, form, recount.now(survey), problem);
    }

    private SurveysPage.Editor editor(Survey survey, Form<SurveyForm> form, SurveyAnswers counted, String problem) {
        List<Choice> alike = Survey.inOrder().stream()
                .filter(other -> !other.id.equals(survey.id) && SurveyMerging.difference(survey, other) == null)
                .map(other -> new Choice(Integer.toString(other.id), other.name))
                .toList();
        SurveysPage.Row row = SurveysPage.named(queries.rows(), survey.id).orElseThrow(NotFoundException::new);
        return new SurveysPage.Editor(row, form, queries.speaking(survey.id) - row.answers(), alike, counted, problem);
    }

    private SurveyMessages words() {
        return reader.words(SurveyMessages.class);
    }
}
