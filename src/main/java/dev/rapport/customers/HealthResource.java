package dev.rapport.customers;

import dev.rapport.metric.HealthPart;
import dev.rapport.query.SliceChoices;
import dev.rapport.query.SliceChoicesQueries;
import dev.rapport.segment.ReservedValues;
import dev.rapport.segment.SegmentMessages;
import dev.rapport.team.AuditWords;
import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.team.SettingsList;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers the settings of how the parts of a customer's health weigh. */
@Path("/settings/health")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class HealthResource {
    private static final Form<HealthSegmentForm> BLANK = Form.unsent(0, new HealthSegmentForm(""));

    private final SettingsChange change;
    private final SliceChoicesQueries choices;
    private final Reader reader;
    private final SettingsList<HealthWeights, HealthWeightsForm> weights;

    HealthResource(SettingsChange change, SliceChoicesQueries choices, Reader reader) {
        this.change = change;
        this.choices = choices;
        this.reader = reader;
        this.weights = new SettingsList<>(
                change,
                "/settings/health",
                new SettingsList.Entries<>(
                        HealthWeights::withId,
                        HealthWeightsForm::of,
                        (entry, form) -> form.write(entry),
                        HealthResource::describe,
                        entry -> words().saved()),
                SettingsList.Views.ofList(
                        HealthWeightsForm.BLANK,
                        form -> Templates.weights(page(form, BLANK)),
                        form -> Templates.weights$content(page(form, BLANK))));
    }

    @CheckedTemplate(basePath = "customers")
    static class Templates {
        static native TemplateInstance weights(HealthWeightsPage page);

        static native TemplateInstance weights$content(HealthWeightsPage page);
    }

    @GET
    @Transactional
    public TemplateInstance show() {
        return weights.list();
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
            HealthWeightsPage page = page(Form.unsent(0, HealthWeightsForm.BLANK), form);
            return change.refused(() -> Templates.weights(page), () -> Templates.weights$content(page));
        }
        HealthWeights fresh = new HealthWeights();
        fresh.segmentGroup = segment[0];
        fresh.segmentValue = segment[1];
        HealthWeights.inOrder().stream()
                .filter(HealthWeights::isGeneral)
                .findFirst()
                .map(HealthWeightsForm::of)
                .orElseThrow()
                .write(fresh);
        change.showsInFigures();
        return weights.keep("health weights added", fresh);
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam HealthWeightsForm sent) {
        Form<HealthWeightsForm> form = change.check(id, sent);
        if (!form.isBad()) {
            change.showsInFigures();
        }
        return weights.changeOnList("health weights changed", form);
    }

    @POST
    @Path("{id}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        HealthWeights entry = weights.known(id);
        if (entry.isGeneral()) {
            throw new NotFoundException();
        }
        change.showsInFigures();
        return weights.remove("health weights removed", entry, () -> words().saved());
    }

    private static String describe(HealthWeights weights) {
        return (weights.isGeneral() ? AuditWords.word("all") : weights.segmentGroup + ":" + weights.segmentValue)
                + " "
                + Stream.of(HealthPart.values())
                        .map(part -> Integer.toString(weights.of(part)))
                        .collect(Collectors.joining("/"));
    }

    private boolean exists(String group, String value) {
        return now().values(group).stream().anyMatch(choice -> choice.key().equals(value));
    }

    /** @param refused shown in place of the weights that are stored; of none when its id is 0 */
    private HealthWeightsPage page(Form<HealthWeightsForm> refused, Form<HealthSegmentForm> adding) {
        List<HealthWeights> all = HealthWeights.inOrder();
        return HealthWeightsPage.of(
                all,
                all.stream()
                        .map(each ->
                                refused.id() == each.id ? refused : Form.unsent(each.id, HealthWeightsForm.of(each)))
                        .toList(),
                now(),
                adding);
    }

    /** What can be asked for is read in a transaction of its own, whatever is being changed here. */
    private SliceChoices now() {
        return QuarkusTransaction.suspendingExisting()
                .call(choices::current)
                .withValueNames(key -> ReservedValues.name(key, reader.words(SegmentMessages.class)));
    }

    private HealthMessages words() {
        return reader.words(HealthMessages.class);
    }
}
