package dev.rapport.segment;

import dev.rapport.segment.SegmentsPage.GroupEditor;
import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.web.ListOrder;
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
import java.util.List;

/** Segment groups: made from traits, named, cut by ranges, reordered, removed. */
@Path("/settings/segments")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class SegmentsResource {
    private static final String HERE = "/settings/segments";

    private final SettingsChange change;
    private final SegmentMessages words;
    private final GroupChanges groups;

    SegmentsResource(SettingsChange change, SegmentMessages words, GroupChanges groups) {
        this.change = change;
        this.words = words;
        this.groups = groups;
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
        return Templates.group(GroupEditor.fresh(
                trait,
                name.isEmpty() ? "" : name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1)));
    }

    @POST
    @Transactional
    public Response add(@BeanParam GroupForm form) {
        String trait = form.traitText();
        if (!groups.isTrait(trait)) {
            throw new NotFoundException();
        }
        int tooMany = form.rows().isEmpty() ? groups.tooManyValues(trait).orElse(0) : 0;
        if (form.isBad() || tooMany > 0) {
            return refused(GroupEditor.sent(0, trait, form, tooMany));
        }
        SegmentGroup group = known(groups.add(trait, form.nameText()));
        group.ranges = form.ranges();
        SegmentGroup.flush();
        groups.keepValues(group, List.of());
        groups.apply();
        change.note("segment group added", group.name + " from " + trait);
        return change.savedAndLeft(words.groupSaved(group.name), HERE);
    }

    @GET
    @Path("{id}")
    public TemplateInstance edit(@PathParam("id") int id) {
        return Templates.group(GroupEditor.of(known(id)));
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam GroupForm form) {
        SegmentGroup group = known(id);
        boolean losesRanges = form.rows().isEmpty() && !group.ranges.isEmpty();
        int tooMany = losesRanges ? groups.tooManyValues(group.trait).orElse(0) : 0;
        if (form.isBad() || tooMany > 0) {
            return refused(GroupEditor.sent(id, group.trait, form, tooMany));
        }
        List<SegmentRange> former = List.copyOf(group.ranges);
        change.note("segment group changed", group.name + " → " + form.nameText());
        group.name = form.nameText();
        group.ranges = form.ranges();
        SegmentGroup.flush();
        if (!former.equals(group.ranges)) {
            groups.keepValues(group, former);
            groups.apply();
        }
        return change.savedAndLeft(words.groupSaved(group.name), HERE);
    }

    @POST
    @Path("{id}/position")
    @Transactional
    public Response move(@PathParam("id") int id, @FormParam("direction") @DefaultValue("down") String direction) {
        SegmentGroup group = known(id);
        int place = 0;
        for (SegmentGroup each : ListOrder.moved(SegmentGroup.inOrder(), group, direction)) {
            each.position = place += 10;
        }
        change.note("segment group moved", group.name + " " + ("up".equals(direction) ? "up" : "down"));
        SegmentGroup.flush();
        return saved(words.groupMoved(group.name));
    }

    @POST
    @Path("{id}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        SegmentGroup group = known(id);
        group.delete();
        change.note("segment group removed", group.name);
        SegmentGroup.flush();
        groups.apply();
        return saved(words.groupRemoved(group.name));
    }

    private Response saved(String sentence) {
        return change.saved(sentence, HERE, () -> Templates.segments$content(groups.page()));
    }

    private Response refused(GroupEditor editor) {
        return change.refused(() -> Templates.group(editor), () -> Templates.group$content(editor));
    }

    private static SegmentGroup known(int id) {
        return SegmentGroup.withId(id).orElseThrow(NotFoundException::new);
    }
}
