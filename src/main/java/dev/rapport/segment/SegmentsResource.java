package dev.rapport.segment;

import dev.rapport.segment.SegmentsPage.GroupEditor;
import dev.rapport.team.AuditWords;
import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.team.SettingsList;
import dev.rapport.web.Form;
import dev.rapport.web.ListOrder;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Answers the settings of segment groups: made from traits, named, cut by ranges, reordered, removed. */
@Path("/settings/segments")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class SegmentsResource {
    private final SettingsChange change;
    private final GroupChanges groups;
    private final Reader reader;
    private final SettingsList<SegmentGroup, GroupForm> list;

    SegmentsResource(SettingsChange change, GroupChanges groups, Reader reader) {
        this.change = change;
        this.groups = groups;
        this.reader = reader;
        this.list = new SettingsList<>(
                change,
                "/settings/segments",
                new SettingsList.Entries<>(
                        id -> SegmentGroup.withId(id).filter(group -> group.trait != null),
                        GroupForm::of,
                        this::write,
                        group -> group.name + " " + AuditWords.word("of_trait", Objects.requireNonNull(group.trait)),
                        group -> words().groupSaved(group.name)),
                new SettingsList.Views<>(
                        GroupForm.fresh("", ""),
                        form -> Templates.group(GroupEditor.of(form)),
                        form -> Templates.group$content(GroupEditor.of(form)),
                        form -> Templates.group(GroupEditor.of(form)),
                        form -> Templates.group$content(GroupEditor.of(form))));
    }

    @CheckedTemplate(basePath = "segment")
    static class Templates {
        static native TemplateInstance segments(SegmentsPage page);

        static native TemplateInstance segments$content(SegmentsPage page);

        static native TemplateInstance group(GroupEditor editor);

        static native TemplateInstance group$content(GroupEditor editor);
    }

    @GET
    public TemplateInstance list() {
        return Templates.segments(groups.page());
    }

    @GET
    @Path("new")
    public TemplateInstance fresh(@QueryParam("trait") @DefaultValue("") String trait) {
        if (!groups.isTrait(trait)) {
            throw new NotFoundException();
        }
        String name = trait.replaceAll("[_\\s-]+", " ").strip();
        return Templates.group(GroupEditor.of(Form.unsent(
                0,
                GroupForm.fresh(
                        trait,
                        name.isEmpty()
                                ? ""
                                : name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1)))));
    }

    @POST
    @Transactional
    public Response add(@BeanParam GroupForm sent) {
        if (!groups.isTrait(sent.trait())) {
            throw new NotFoundException();
        }
        return list.addAndLeave("segment group added", checked(0, sent, sent.trait(), true), () -> {
            SegmentGroup group = list.known(groups.add(sent.trait(), sent.name()));
            group.ranges = sent.ranges();
            SegmentGroup.flush();
            groups.keepValues(group, List.of());
            groups.apply();
            return group;
        });
    }

    @GET
    @Path("{id}")
    public Response edit(@PathParam("id") int id) {
        return known(id).trait == null
                ? Response.seeOther(URI.create("/settings/segments/behaviour/" + id))
                        .build()
                : Response.ok(list.edit(id)).build();
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam GroupForm sent) {
        SegmentGroup group = list.known(id);
        String trait = Objects.requireNonNull(group.trait);
        Form<GroupForm> form = checked(id, sent, trait, !group.ranges.isEmpty());
        Optional<SegmentGroup> without = form.isBad()
                ? Optional.empty()
                : GroupChanges.leftWithout(group, form.sent().ranges());
        return list.change(
                "segment group changed",
                without.map(other -> form.with("ranges", behaviours().rangeUsed(other.name)))
                        .orElse(form));
    }

    @POST
    @Path("{id}/position")
    @Transactional
    public Response move(@PathParam("id") int id, @FormParam("direction") @DefaultValue("down") String direction) {
        SegmentGroup group = known(id);
        ListOrder.move(SegmentGroup.inOrder(), group, direction, (each, position) -> each.position = position);
        change.note("segment group moved", group.name + " " + AuditWords.word(ListOrder.upOrDown(direction)));
        SegmentGroup.flush();
        return saved(words().groupMoved(group.name));
    }

    @POST
    @Path("{id}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        SegmentGroup group = known(id);
        Optional<String> needed =
                GroupChanges.usedBy(group, null).map(other -> behaviours().usedBy(group.name, other.name));
        if (needed.isPresent()) {
            SegmentsPage page = groups.page().refusing(needed.get());
            return change.refused(() -> Templates.segments(page), () -> Templates.segments$content(page));
        }
        group.delete();
        change.note("segment group removed", group.name);
        SegmentGroup.flush();
        groups.forget(group);
        return saved(words().groupRemoved(group.name));
    }

    /** @param byValue the values of the trait become segments where the form has no ranges: not too many of them */
    private Form<GroupForm> checked(int id, GroupForm sent, String trait, boolean byValue) {
        int tooMany =
                byValue && sent.rows().isEmpty() ? groups.tooManyValues(trait).orElse(0) : 0;
        return change.check(id, sent.of(trait))
                .refuse(
                        "values",
                        () -> tooMany > 0,
                        words().tooManyValues(reader.numbers().count(tooMany)));
    }

    private void write(SegmentGroup group, GroupForm form) {
        List<SegmentRange> former = List.copyOf(group.ranges);
        group.name = form.name();
        group.ranges = form.ranges();
        SegmentGroup.flush();
        if (!former.equals(group.ranges)) {
            groups.keepValues(group, former);
            groups.apply();
        }
    }

    private Response saved(String sentence) {
        return change.saved(sentence, "/settings/segments", () -> Templates.segments$content(groups.page()));
    }

    private static SegmentGroup known(int id) {
        return SegmentGroup.withId(id).orElseThrow(NotFoundException::new);
    }

    private BehaviourMessages behaviours() {
        return reader.words(BehaviourMessages.class);
    }

    private SegmentMessages words() {
        return reader.words(SegmentMessages.class);
    }
}
