package dev.rapport.customers;

import dev.rapport.query.SliceChoices;
import dev.rapport.query.SliceChoicesQueries;
import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.team.SettingsChange;
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
import java.time.Clock;
import java.util.Optional;

/** How the parts of a customer's health weigh. */
@Path("/settings/health")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class HealthResource {
    private static final String HERE = "/settings/health";
    private static final int NONE = 0;

    private final SettingsChange change;
    private final HealthMessages words;
    private final SliceChoicesQueries choices;
    private final Clock clock;

    HealthResource(SettingsChange change, HealthMessages words, SliceChoicesQueries choices, Clock clock) {
        this.change = change;
        this.words = words;
        this.choices = choices;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "customers")
    static class Templates {
        static native TemplateInstance weights(HealthWeightsPage page);

        static native TemplateInstance weights$content(HealthWeightsPage page);
    }

    @GET
    @Transactional
    public TemplateInstance show() {
        return Templates.weights(page());
    }

    /** Weights for a segment of its own, to begin with the general ones. */
    @POST
    @Transactional
    public Response add(@BeanParam HealthWeightsForm form) {
        String[] segment = HealthWeightsForm.plain(form.segment).split(":", 2);
        if (segment.length != 2 || !exists(segment[0], segment[1]) || HealthWeights.has(segment[0], segment[1])) {
            HealthWeightsPage page = HealthWeightsPage.of(HealthWeights.inOrder(), now(), NONE, Optional.of(form));
            return change.refused(() -> Templates.weights(page), () -> Templates.weights$content(page));
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
    public Response change(@PathParam("id") int id, @BeanParam HealthWeightsForm form) {
        HealthWeights weights = known(id);
        if (form.isBad()) {
            HealthWeightsPage page = HealthWeightsPage.of(HealthWeights.inOrder(), now(), id, Optional.of(form));
            return change.refused(() -> Templates.weights(page), () -> Templates.weights$content(page));
        }
        form.write(weights);
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

    /** Figures change with it: what they are kept by must move, too. */
    private Response kept(String action, HealthWeights weights) {
        Settings.current().updatedAt = clock.instant();
        change.note(
                action,
                (weights.isGeneral() ? "all" : weights.segmentGroup + ":" + weights.segmentValue) + " "
                        + weights.recency
                        + "/" + weights.frequency + "/" + weights.breadth + "/" + weights.survey + "/" + weights.tickets
                        + "/" + weights.payment);
        HealthWeights.flush();
        return change.saved(words.saved(), HERE, () -> Templates.weights$content(page()));
    }

    private boolean exists(String group, String value) {
        return now().values(group).stream().anyMatch(choice -> choice.key().equals(value));
    }

    private HealthWeightsPage page() {
        return HealthWeightsPage.of(HealthWeights.inOrder(), now(), NONE, Optional.empty());
    }

    /** What can be asked for is read in a transaction of its own, whatever is being changed here. */
    private SliceChoices now() {
        return QuarkusTransaction.suspendingExisting().call(choices::current);
    }

    private static HealthWeights known(int id) {
        return HealthWeights.withId(id).orElseThrow(NotFoundException::new);
    }
}
