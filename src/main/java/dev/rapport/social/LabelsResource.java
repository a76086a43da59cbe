package dev.rapport.social;

import dev.rapport.team.AuditWords;
import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.team.SettingsChange;
import dev.rapport.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
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
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers the page on which people label mentions: quickly, one key each. Who reads what people say may say so. */
@Path("/social/labels")
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class LabelsResource {
    private final Mentions mentions;
    private final SettingsChange change;
    private final SecurityIdentity identity;
    private final Reader reader;
    private final Clock clock;

    LabelsResource(Mentions mentions, SettingsChange change, SecurityIdentity identity, Reader reader, Clock clock) {
        this.mentions = mentions;
        this.change = change;
        this.identity = identity;
        this.reader = reader;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "social")
    static class Templates {
        static native TemplateInstance labels(LabelsPage page);

        static native TemplateInstance mention(LabelsPage.View mention);
    }

    @GET
    @Transactional
    public TemplateInstance list(@Context UriInfo uri) {
        LabelFilter filter = LabelFilter.read(uri.getQueryParameters());
        Map<String, Long> counts = LabelFilter.SHOWS.stream()
                .collect(Collectors.toMap(each -> each, each -> mentions.count(filter.withShow(each))));
        return Templates.labels(LabelsPage.of(filter, mentions.list(filter), counts, writing()));
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response say(@PathParam("id") long id, @BeanParam LabelForm form) {
        LabelledMention mention = known(id);
        Optional<LabelForm.Said> said = form.said();
        if (said.isEmpty()) {
            LabelsPage.View refused =
                    LabelsPage.view(mention, form.filter(), writing()).asRefused();
            return Response.status(422).entity(Templates.mention(refused)).build();
        }
        return keep(mention, said.get(), form, words().saved(mention.mention().network));
    }

    /** Back to what held before the reader's last word on it. */
    @POST
    @Path("{id}/undo")
    @Transactional
    public Response undo(@PathParam("id") long id, @BeanParam LabelForm form) {
        LabelledMention mention = known(id);
        return mentions.last(mention.mention(), who())
                .map(last -> keep(
                        mention,
                        new LabelForm.Said(last.label(), last.before()),
                        form,
                        words().undone(mention.mention().network)))
                .orElseGet(() ->
                        change.saved(words().nothingToUndo(), form.filter().url(), () -> fragment(mention, form)));
    }

    private Response keep(LabelledMention mention, LabelForm.Said said, LabelForm form, String sentence) {
        mentions.say(mention.mention(), said.label(), said.value(), who(), clock.instant());
        change.note(
                "mention labelled",
                mention.mention().plainKey() + ": "
                        + AuditWords.word("label_" + said.label().key()) + " = "
                        + said.value().map(said.label()::audited).orElse(""));
        return change.saved(sentence, form.filter().url(), () -> fragment(known(mention.mention().id), form));
    }

    private TemplateInstance fragment(LabelledMention mention, LabelForm form) {
        return Templates.mention(LabelsPage.view(mention, form.filter(), writing()));
    }

    private LabelledMention known(long id) {
        return mentions.find(id).orElseThrow(NotFoundException::new);
    }

    private LabelsPage.Writing writing() {
        return new LabelsPage.Writing(reader.dates(), reader.numbers(), ZoneId.of(Settings.current().zone), who());
    }

    private LabelMessages words() {
        return reader.words(LabelMessages.class);
    }

    private String who() {
        return identity.getPrincipal().getName();
    }
}
