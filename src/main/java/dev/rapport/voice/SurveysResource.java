package dev.rapport.voice;

import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
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

    SurveysResource(SettingsChange change, Reader reader, SurveyQueries queries, SurveyRecount recount) {
        this.change = change;
        this.reader = reader;
        this.queries = queries;
        this.recount = recount;
    }

    @CheckedTemplate(basePath = "voice")
    static class Templates {
        static native TemplateInstance surveys(SurveysPage.All page);

        static native TemplateInstance survey(SurveysPage.Editor editor);

        static native TemplateInstance survey$content(SurveysPage.Editor editor);
    }

    @GET
    public TemplateInstance list() {
        return Templates.surveys(new SurveysPage.All(queries.rows()));
    }

    @GET
    @Path("{id: \\d{1,9}}")
    public TemplateInstance edit(@PathParam("id") int id) {
        Survey survey = known(id);
        return Templates.survey(editor(survey, named(survey), ""));
    }

    @POST
    @Path("{id: \\d{1,9}}")
    @Transactional
    public Response rename(@PathParam("id") int id, @BeanParam SurveyForm sent) {
        Survey survey = known(id);
        Form<SurveyForm> form = change.check(id, sent);
        if (form.isBad()) {
            return refused(editor(survey, form, ""));
        }
        String before = survey.name;
        survey.name = sent.name();
        survey.importId = null;
        change.note("survey renamed", before + " → " + survey.name);
        return change.savedAndLeft(words().saved(survey.name), HERE);
    }

    @POST
    @Path("{id: \\d{1,9}}/counting")
    @Transactional
    public Response count(@PathParam("id") int id, @BeanParam SurveyAnswersForm sent) {
        Survey survey = known(id);
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
        Survey survey = known(id);
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
        Survey survey = known(id);
        if (queries.speaking(id) > 0) {
            return refused(survey, words().spokenOf(reader.numbers().counted(queries.speaking(id))));
        }
        survey.delete();
        change.note("survey removed", survey.name);
        return change.savedAndLeft(words().removed(survey.name), HERE);
    }

    private Response refused(Survey survey, String problem) {
        return refused(editor(survey, named(survey), problem));
    }

    private Response refused(SurveysPage.Editor editor) {
        return change.refused(() -> Templates.survey(editor), () -> Templates.survey$content(editor));
    }

    private static Form<SurveyForm> named(Survey survey) {
        return Form.unsent(survey.id, new SurveyForm(survey.name));
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

    private static Survey known(int id) {
        return Survey.withId(id).orElseThrow(NotFoundException::new);
    }

    private SurveyMessages words() {
        return reader.words(SurveyMessages.class);
    }
}
