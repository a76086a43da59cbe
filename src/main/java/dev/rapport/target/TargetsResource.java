package dev.rapport.target;

import dev.rapport.channel.Channel;
import dev.rapport.query.SliceChoices;
import dev.rapport.query.SliceChoicesQueries;
import dev.rapport.slice.Grain;
import dev.rapport.target.TargetsPage.Editor;
import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.team.SettingsChange;
import dev.rapport.web.Reader;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;

/** Targets: every team sets its own. */
@Path("/targets")
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class TargetsResource {
    private static final String HERE = "/targets";

    private final SettingsChange change;
    private final SliceChoicesQueries choices;
    private final SecurityIdentity identity;
    private final Reader reader;
    private final Clock clock;

    TargetsResource(
            SettingsChange change, SliceChoicesQueries choices, SecurityIdentity identity, Reader reader, Clock clock) {
        this.change = change;
        this.choices = choices;
        this.identity = identity;
        this.reader = reader;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "target")
    static class Templates {
        static native TemplateInstance targets(TargetsPage page);

        static native TemplateInstance targets$content(TargetsPage page);

        static native TemplateInstance target(Editor editor);

        static native TemplateInstance target$content(Editor editor);
    }

    @GET
    public TemplateInstance list() {
        return Templates.targets(page(empty()));
    }

    @POST
    @Transactional
    public Response add(@BeanParam TargetForm form) {
        Target target = new Target();
        if (form.isBad(segments()) || filled(target, form).hasTwin()) {
            TargetsPage page = page(refused(0, form));
            return change.refused(() -> Templates.targets(page), () -> Templates.targets$content(page));
        }
        target.createdBy = identity.getPrincipal().getName();
        target.createdAt = clock.instant();
        target.persistAndFlush();
        noted("target set", target);
        return change.saved(words().saved(), HERE, () -> Templates.targets$content(page(empty())));
    }

    @GET
    @Path("{id}")
    public TemplateInstance edit(@PathParam("id") int id) {
        return Templates.target(Editor.sent(id, TargetForm.of(known(id)), now(), false));
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam TargetForm form) {
        Target target = known(id);
        if (form.isBad(segments()) || filled(alike(target), form).hasTwin()) {
            Editor editor = refused(id, form);
            return change.refused(() -> Templates.target(editor), () -> Templates.target$content(editor));
        }
        noted("target changed", filled(target, form));
        return change.savedAndLeft(words().saved(), HERE);
    }

    @POST
    @Path("{id}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        Target target = known(id);
        target.delete();
        noted("target removed", target);
        Target.flush();
        return change.saved(words().removed(), HERE, () -> Templates.targets$content(page(empty())));
    }

    /** Pages that show it change with it: what they are kept by must move, too. */
    private void noted(String action, Target target) {
        Settings.current().updatedAt = clock.instant();
        change.note(
                action,
                target.metric + " " + target.bound + " " + target.value.toPlainString() + " from " + target.fromDay);
    }

    /** To try a form on, without touching what is stored. */
    private static Target alike(Target target) {
        Target copy = new Target();
        copy.id = target.id;
        return copy;
    }

    private static Target filled(Target target, TargetForm form) {
        target.metric = form.known().orElseThrow().key();
        target.channelId =
                form.knownChannel().map((Channel channel) -> channel.id).orElse(null);
        target.segmentGroup = form.asSegment().map(TargetRule.Segment::group).orElse(null);
        target.segmentValue = form.asSegment().map(TargetRule.Segment::value).orElse(null);
        target.fromDay = form.fromDay().orElseThrow();
        target.span = form.asSpan().map(Grain::key).orElse(null);
        target.bound = form.asBound().orElseThrow().key();
        target.value = form.amount().orElseThrow();
        return target;
    }

    private Editor empty() {
        return Editor.sent(0, TargetForm.empty(), now(), false);
    }

    private Editor refused(int id, TargetForm form) {
        return Editor.sent(id, form, now(), true);
    }

    private TargetsPage page(Editor editor) {
        return TargetsPage.of(
                Target.inOrder(), editor, now(), new TargetsPage.Writing(reader.dates(), reader.numbers()));
    }

    private List<String> segments() {
        return now().groups().stream()
                .flatMap(group -> group.values().stream().map(value -> group.key() + ":" + value.key()))
                .toList();
    }

    /** What can be asked for is read in a transaction of its own, whatever is being changed here. */
    private SliceChoices now() {
        return QuarkusTransaction.suspendingExisting().call(choices::current);
    }

    private TargetMessages words() {
        return reader.words(TargetMessages.class);
    }

    private static Target known(int id) {
        return Target.withId(id).orElseThrow(NotFoundException::new);
    }
}
