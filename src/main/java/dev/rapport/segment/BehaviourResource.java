package dev.rapport.segment;

import dev.rapport.segment.BehaviourEditor.Counted;
import dev.rapport.segment.BehaviourEditor.Line;
import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.team.SettingsChange;
import dev.rapport.team.SettingsList;
import dev.rapport.web.Choice;
import dev.rapport.web.Form;
import dev.rapport.web.Htmx;
import dev.rapport.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers the settings of segment groups that are found by what people do: made, counted before they are saved, changed. */
@Path("/settings/segments/behaviour")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class BehaviourResource {
    private final SettingsChange change;
    private final BehaviourGroups groups;
    private final RulePreview preview;
    private final Reader reader;
    private final Htmx htmx;
    private final SettingsList<SegmentGroup, BehaviourForm> list;

    BehaviourResource(SettingsChange change, BehaviourGroups groups, RulePreview preview, Reader reader, Htmx htmx) {
        this.change = change;
        this.groups = groups;
        this.preview = preview;
        this.reader = reader;
        this.htmx = htmx;
        this.list = new SettingsList<>(
                change,
                "/settings/segments",
                new SettingsList.Entries<>(
                        groups::withId,
                        BehaviourForm::of,
                        groups::write,
                        BehaviourGroups::text,
                        group -> words().saved(group.name)),
                new SettingsList.Views<>(BehaviourForm.BLANK, this::page, this::content, this::page, this::content));
    }

    @CheckedTemplate(basePath = "segment")
    static class Templates {
        static native TemplateInstance behaviour(BehaviourEditor editor);

        static native TemplateInstance behaviour$content(BehaviourEditor editor);
    }

    @GET
    @Path("new")
    public TemplateInstance fresh() {
        return list.list();
    }

    @POST
    @Transactional
    public Response add(@BeanParam BehaviourForm sent) {
        Form<BehaviourForm> form = checked(0, sent).refuse("rules", groups::areMany, words().groupsMany());
        return list.addAndLeave("segment group added", form, () -> groups.add(sent.name(), sent.rules()));
    }

    @GET
    @Path("{id}")
    public TemplateInstance edit(@PathParam("id") int id) {
        return list.edit(id);
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam BehaviourForm sent) {
        list.known(id);
        return list.change("segment group changed", checked(id, sent));
    }

    /** The form as it was sent, with whom its rules find today; nothing is kept. */
    @POST
    @Path("counts")
    public Response count(@FormParam("id") int id, @BeanParam BehaviourForm sent) {
        if (id != 0) {
            list.known(id);
        }
        Form<BehaviourForm> form = checked(id, sent);
        if (form.isBad()) {
            return change.refused(() -> page(form), () -> content(form));
        }
        LocalDate today = LocalDate.ofInstant(change.now(), Settings.current().zoneId());
        List<SegmentRule> rules = sent.rules();
        Optional<Counted> counted = preview.count(rules, today).map(counts -> counted(rules, counts));
        BehaviourEditor editor = editor(form, counted, counted.isPresent() ? "" : words().tooLong());
        return Response.ok(htmx.choose(() -> Templates.behaviour(editor), () -> Templates.behaviour$content(editor)))
                .build();
    }

    private Form<BehaviourForm> checked(int id, BehaviourForm sent) {
        Form<BehaviourForm> form = change.check(id, sent);
        if (form.isBad()) {
            return form;
        }
        List<RuleChoices.Group> choices = choices();
        List<BehaviourForm.Row> rows = sent.rows();
        for (int i = 0; i < rows.size(); i++) {
            String what = rows.get(i).what();
            if (!BehaviourEditor.isOffered(what, choices)) {
                return form.with("rules", groups.isByBehaviour(what) ? words().circle(i + 1) : words().whatBad(i + 1));
            }
        }
        return form;
    }

    private TemplateInstance page(Form<BehaviourForm> form) {
        return Templates.behaviour(editor(form, Optional.empty(), ""));
    }

    private TemplateInstance content(Form<BehaviourForm> form) {
        return Templates.behaviour$content(editor(form, Optional.empty(), ""));
    }

    private BehaviourEditor editor(Form<BehaviourForm> form, Optional<Counted> counted, String problem) {
        List<RuleChoices.Group> choices = choices();
        return new BehaviourEditor(
                form, BehaviourEditor.rows(form.sent(), choices), choices, operators(), windows(), counted, problem);
    }

    private Counted counted(List<SegmentRule> rules, RulePreview.Counts counts) {
        List<Line> lines = new ArrayList<>();
        int left = counts.known();
        for (int i = 0; i < rules.size(); i++) {
            int found = counts.found().get(i);
            lines.add(line(rules.get(i).name(), found, counts.known()));
            left -= found;
        }
        lines.add(line(words().none(), left, counts.known()));
        return new Counted(lines, words().countedNote(reader.numbers().count(counts.known())));
    }

    private Line line(String name, int people, int known) {
        return new Line(
                name,
                people,
                known == 0 ? "" : reader.numbers().percent(BigDecimal.valueOf(100.0 * people / known), 1));
    }

    private List<RuleChoices.Group> choices() {
        return groups.choices(words());
    }

    private List<Choice> operators() {
        return List.of(
                new Choice(RuleOperator.AT_LEAST.key, words().atLeast()),
                new Choice(RuleOperator.AT_MOST.key, words().atMost()),
                new Choice(RuleOperator.BETWEEN.key, words().between()),
                new Choice(RuleOperator.IS.key, words().is()),
                new Choice(RuleOperator.IS_NOT.key, words().isNot()));
    }

    private List<Choice> windows() {
        List<Choice> windows = new ArrayList<>(List.of(new Choice("", words().ever())));
        BehaviourForm.DAYS.forEach(days -> windows.add(new Choice(days.toString(), words().lastDays(days))));
        return windows;
    }

    private BehaviourMessages words() {
        return reader.words(BehaviourMessages.class);
    }
}
