package dev.rapport.revenue;

import dev.rapport.person.Person;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers why one customer left or stopped. Who sees the customer's page may say so; what was said is taken back, never changed. */
@Path("/")
@RolesAllowed({Role.SUPPORT, Role.ADMIN, Role.PERSONAL_DATA})
@Produces(MediaType.TEXT_HTML)
public class ReasonsResource {
    private final CustomerReasons reasons;
    private final SettingsChange change;
    private final Reader reader;

    ReasonsResource(CustomerReasons reasons, SettingsChange change, Reader reader) {
        this.reasons = reasons;
        this.change = change;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "revenue")
    static class Templates {
        static native TemplateInstance reasons(ReasonsPage page);

        static native TemplateInstance reasonsCard(ReasonsPage page);
    }

    @GET
    @Path("customers/{id: [0-9]{1,9}}/reasons")
    @Transactional
    public TemplateInstance show(@PathParam("id") int id) {
        return Templates.reasons(reasons.page(known(id), reasons.blank(id)));
    }

    @POST
    @Path("customers/{id: [0-9]{1,9}}/reasons")
    @Transactional
    public Response say(@PathParam("id") int id, @BeanParam ReasonForm sent) {
        Person person = known(id);
        Form<ReasonForm> form = change.check(0, sent)
                .refuse("reason", sent::isWordless, words().reasonBad())
                .refuse("day", () -> sent.isAfter(reasons.today()), words().dayBad());
        if (form.isBad()) {
            ReasonsPage refused = reasons.page(person, form);
            return change.refused(() -> Templates.reasons(refused), () -> Templates.reasonsCard(refused));
        }
        reasons.say(person, sent, change.who());
        change.note(
                "reason said",
                person.shown() + ": " + AuditWords.word(sent.about()) + " " + sent.day() + " = " + sent.reason());
        return saved(words().saved(sent.reason()), person);
    }

    @POST
    @Path("customers/{id: [0-9]{1,9}}/reasons/{said: [0-9]{1,18}}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id, @PathParam("said") long said) {
        Person person = known(id);
        StatedReason reason = StatedReason.of(id, said).orElseThrow(NotFoundException::new);
        reason.end();
        change.note("reason taken back", person.shown() + ": " + reason.reason);
        return saved(words().removed(reason.reason), person);
    }

    private Response saved(String sentence, Person person) {
        return change.saved(
                sentence,
                "/customers/" + person.id,
                () -> Templates.reasonsCard(reasons.page(person, reasons.blank(person.id))));
    }

    private static Person known(int id) {
        return Person.met(id).orElseThrow(NotFoundException::new);
    }

    private ReasonMessages words() {
        return reader.words(ReasonMessages.class);
    }
}
