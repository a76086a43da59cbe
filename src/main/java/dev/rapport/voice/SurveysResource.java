package dev.rapport.voice;

import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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

/** Surveys: looked through, renamed, two made one, and removed when nothing speaks of them. */
@Path("/settings/surveys")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class SurveysResource {
    private static final String HERE = "/settings/surveys";
    private static final int LONGEST_NAME = 200;

    private final SettingsChange change;
    private final SurveyMessages words;
    private final SurveyQueries queries;

    SurveysResource(SettingsChange change, SurveyMessages words, SurveyQueries queries) {
        this.change = change;
        this.words = words;
        this.queries = queries;
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
        return Templates.survey(editor(known(id)));
    }

    @POST
    @Path("{id: \\d{1,9}}")
    @Transactional
    public Response rename(@PathParam("id") int id, @FormParam("name") @DefaultValue("") String name) {
        Survey survey = known(id);
        String given = name.strip().replaceAll("\\s+", " ");
        if (given.isEmpty() || given.length() > LONGEST_NAME || given.indexOf('\0') >= 0) {
            return refused(editor(survey).withName(name));
        }
        String before = survey.name;
        survey.name = given;
        survey.importId = null;
        change.note("survey renamed", before + " → " + given);
        return change.savedAndLeft(words.saved(given), HERE);
    }

    @POST
    @Path("{id: \\d{1,9}}/merging")
    @Transactional
    public Response merge(@PathParam("id") int id, @FormParam("into") @DefaultValue("0") int into) {
        Survey survey = known(id);
        Optional<Survey> other = into == id ? Optional.empty() : Survey.withId(into);
        if (other.isEmpty()) {
            return refused(editor(survey).withProblem(words.chooseBad()));
        }
        SurveyMerging.Difference difference = SurveyMerging.difference(survey, other.get());
        if (difference != null) {
            return refused(editor(survey).withProblem(words.differs(other.get().name, difference.name())));
        }
        if (!queries.run(connection -> new SurveyMerging(connection).merge(id, into))) {
            return refused(editor(survey).withProblem(words.busy()));
        }
        change.note("survey merged", survey.name + " → " + other.get().name);
        return change.savedAndLeft(words.merged(survey.name, other.get().name), HERE);
    }

    @POST
    @Path("{id: \\d{1,9}}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        Survey survey = known(id);
        if (queries.speaking(id) > 0) {
            return refused(editor(survey).withProblem(words.spokenOf(queries.speaking(id))));
        }
        survey.delete();
        change.note("survey removed", survey.name);
        return change.savedAndLeft(words.removed(survey.name), HERE);
    }

    private Response refused(SurveysPage.Editor editor) {
        return change.refused(() -> Templates.survey(editor), () -> Templates.survey$content(editor));
    }

    private SurveysPage.Editor editor(Survey survey) {
        List<SurveysPage.Choice> alike = Survey.inOrder().stream()
                .filter(other -> !other.id.equals(survey.id) && SurveyMerging.difference(survey, other) == null)
                .map(other -> new SurveysPage.Choice(other.id, other.name))
                .toList();
        SurveysPage.Row row = SurveysPage.named(queries.rows(), survey.id).orElseThrow(NotFoundException::new);
        return new SurveysPage.Editor(row, row.name(), false, queries.speaking(survey.id) - row.answers(), alike, "");
    }

    private static Survey known(int id) {
        return Survey.withId(id).orElseThrow(NotFoundException::new);
    }
}
