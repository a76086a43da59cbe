package dev.rapport.customers;

import dev.rapport.query.SliceChoices;
import dev.rapport.query.SliceChoicesQueries;
import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.web.Form;
import dev.rapport.web.Reader;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
import java.util.List;
import java.util.Optional;

/** Answers the settings of how the parts of a customer's health weigh. */
@Path("/settings/health")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class HealthResource {
    private static final Optional<Form<HealthWeightsForm>> NONE = Optional.empty();
    private static final Form<HealthSegmentForm> BLANK = Form.unsent(0, new HealthSegmentForm(""));

    private final SettingsChange change;
    private final SliceChoicesQueries choices;
    private final Reader reader;

    HealthResource(SettingsChange change, SliceChoicesQueries choices, Reader reader) {
        this.change = change;
        this.choices = choices;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "customers")
    static class Templates {
        static native TemplateInstance weights(HealthWeightsPage page);

        static native TemplateInstance weights$content(HealthWeightsPage page);
    }

    @GET
    @Transactional
    public TemplateInstance show() {
        return Templates.weights(stored());
    }

    /** Weights for a segment of its own, to begin with the general ones. */
    @POST
    @Transactional
    public Response add(@BeanParam HealthSegmentForm sent) {
        String[] segment = sent.segment().split(":", 2);
        Form<HealthSegmentForm> form = change.check(0, sent)
                .refuse(
                        "segment",
                        () -> segment.length != 2
                                || !exists(segment[0], segment[1])
                                || HealthWeights.has(segment[0], segment[1]),
                        words().segmentBad());
        if (form.isBad()) {
            return refused(page(NONE, form));
        }
        HealthWeights weights = new HealthWeights();
        weights.segmentGroup = segment[0];
        weights.segmentValue = segment[1];
        HealthWeights.inOrder().stream()
                .filter(HealthWeights::isGeneral)
                .findFirst()
                .map(HealthWeightsForm::of)
                .orElseThrow()
                .write(weights);
        weights.persistAndFlush();
        return kept("health weights added", weights);
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam HealthWeightsForm sent) {
        HealthWeights weights = known(id);
        Form<HealthWeightsForm> form = change.check(id, sent);
        if (form.isBad()) {
            return refused(page(Optional.of(form), BLANK));
        }
        sent.write(weights);
        return kept("health weights changed", weights);
    }

    @POST
    @Path("{id}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        HealthWeights weights = known(id);
        if (weights.isGeneral()) {
            throw new NotFoundException();
        }
        weights.delete();
        HealthWeights.flush();
        return kept("health weights removed", weights);
    }

    private Response kept(String action, HealthWeights weights) {
        change.showsInFigures();
        change.note(
                action,
                (weights.isGeneral() ? "all" : weights.segmentGroup + ":" + weights.segmentValue) + " "
                        + weights.recency
                        + "/" + weights.frequency + "/" + weights.breadth + "/" + weights.survey + "/" + weights.tickets
                        + "/" + weights.payment);
        HealthWeights.flush();
        return change.saved(words().saved(), "/settings/health", () -> Templates.weights$content(stored()));
    }

    private boolean exists(String group, String value) {
        return now().values(group).stream().anyMatch(choice -> choice.key().equals(value));
    }

    private Response refused(HealthWeightsPage page) {
        return change.refused(() -> Templates.weights(page), () -> Templates.weights$content(page));
    }

    private HealthWeightsPage stored() {
        return page(NONE, BLANK);
    }

    /** @param refused shown in place of the weights that are stored */
    private HealthWeightsPage page(Optional<Form<HealthWeightsForm>> refused, Form<HealthSegmentForm> adding) {
        List<HealthWeights> all = HealthWeights.inOrder();
        return HealthWeightsPage.of(
                all,
                all.stream()
                        .map(each -> refused.filter(form -> form.id() == each.id)
                                .orElseGet(() -> Form.unsent(each.id, HealthWeightsForm.of(each))))
                        .toList(),
                now(),
                adding);
    }

    /** What can be asked for is read in a transaction of its own, whatever is being changed here. */
    private SliceChoices now() {
        return QuarkusTransaction.suspendingExisting().call(choices::current);
    }

    private static HealthWeights known(int id) {
        return HealthWeights.withId(id).orElseThrow(NotFoundException::new);
    }

    private HealthMessages words() {
        return reader.words(HealthMessages.class);
    }
}
