package dev.rapport.voice;

import dev.rapport.team.AuditWords;
import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.web.Form;
import dev.rapport.web.Reader;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Answers one low score: whose it is to look after, when the customer was spoken to, and what came of it. The address
 * names the response by its id, because keys may hold anything; what is kept hangs on the key.
 */
@Path("/follow-ups/{id: [0-9]{1,18}}")
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class FollowUpResource {
    private static final Form<FollowUpForm> BLANK = Form.unsent(0, FollowUpForm.BLANK);

    private final LowScoreQueries queries;
    private final SettingsChange change;
    private final Reader reader;
    private final Clock clock;

    FollowUpResource(LowScoreQueries queries, SettingsChange change, Reader reader, Clock clock) {
        this.queries = queries;
        this.change = change;
        this.reader = reader;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "voice")
    static class Templates {
        static native TemplateInstance followUp(FollowUpPage page);

        static native TemplateInstance followUp$content(FollowUpPage page);
    }

    @GET
    @Transactional
    public TemplateInstance show(@PathParam("id") long id, @Context UriInfo uri) {
        return Templates.followUp(page(known(id), BLANK, uri));
    }

    @POST
    @Path("owner")
    @Transactional
    public Response give(@PathParam("id") long id, @BeanParam FollowUpForm form, @Context UriInfo uri) {
        LowScore score = known(id);
        Form<FollowUpForm> checked = change.check(0, form);
        if (checked.isBad()) {
            return refused(score, checked, uri);
        }
        return saved(
                score,
                uri,
                "follow-up given",
                form.ownerName().orElse(AuditWords.word("nobody")),
                followUp -> followUp.give(form.ownerName()));
    }

    @POST
    @Path("contact")
    @Transactional
    public Response contact(@PathParam("id") long id, @BeanParam FollowUpForm form, @Context UriInfo uri) {
        LowScore score = known(id);
        var day = form.contactDay(FollowUpPage.dayOf(score), FollowUpPage.today(clock));
        if (day.isEmpty()) {
            return refused(score, change.check(0, form).with("day", words().dayBad()), uri);
        }
        LocalDate on = day.get();
        return saved(score, uri, "follow-up contacted", on.toString(), followUp -> followUp.contact(on));
    }

    @POST
    @Path("closure")
    @Transactional
    public Response close(@PathParam("id") long id, @BeanParam FollowUpForm form, @Context UriInfo uri) {
        LowScore score = known(id);
        var outcome = form.knownOutcome().filter(FollowUp.Outcome.of(score)::contains);
        if (outcome.isEmpty()) {
            return refused(score, change.check(0, form).with("outcome", words().outcomeBad()), uri);
        }
        return saved(
                score,
                uri,
                "follow-up closed",
                AuditWords.word("outcome_" + outcome.get().key()),
                followUp -> followUp.close(outcome.get()));
    }

    @POST
    @Path("reopening")
    @Transactional
    public Response reopen(@PathParam("id") long id, @Context UriInfo uri) {
        return saved(known(id), uri, "follow-up opened again", "", FollowUp::reopen);
    }

    @POST
    @Path("note")
    @Transactional
    public Response note(@PathParam("id") long id, @BeanParam FollowUpForm form, @Context UriInfo uri) {
        LowScore score = known(id);
        Form<FollowUpForm> checked = change.check(0, form);
        if (checked.isBad()) {
            return refused(score, checked, uri);
        }
        return saved(score, uri, "follow-up noted", "", followUp -> followUp.write(form.noteText()));
    }

    private Response saved(LowScore score, UriInfo uri, String action, String detail, Consumer<FollowUp> verb) {
        FollowUp followUp = FollowUp.begun(score.key());
        verb.accept(followUp);
        followUp.changed(change.who(), change.now());
        change.note(action, detail.isEmpty() ? score.key() : score.key() + ": " + detail);
        FollowUpPage page = page(score, BLANK, uri);
        return change.saved(words().saved(), page.url(), () -> Templates.followUp$content(page));
    }

    private Response refused(LowScore score, Form<FollowUpForm> form, UriInfo uri) {
        FollowUpPage page = page(score, form, uri);
        return change.refused(() -> Templates.followUp(page), () -> Templates.followUp$content(page));
    }

    private FollowUpPage page(LowScore score, Form<FollowUpForm> form, UriInfo uri) {
        return FollowUpPage.of(
                score,
                FollowUp.of(score.key()),
                form,
                new FollowUpPage.Setting(
                        change.who(),
                        FollowUpPage.today(clock),
                        uri.getRequestUri().getRawQuery(),
                        reader));
    }

    private FollowUpMessages words() {
        return reader.words(FollowUpMessages.class);
    }

    private LowScore known(long id) {
        return queries.find(id).orElseThrow(NotFoundException::new);
    }
}
