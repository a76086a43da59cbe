package dev.rapport.target;

import dev.rapport.channel.Channel;
import dev.rapport.metric.Catalogue;
import dev.rapport.query.SliceChoices;
import dev.rapport.query.SliceChoicesQueries;
import dev.rapport.segment.ReservedValues;
import dev.rapport.segment.SegmentMessages;
import dev.rapport.slice.Grain;
import dev.rapport.target.TargetsPage.Editor;
import dev.rapport.team.AuditWords;
import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.team.SettingsList;
import dev.rapport.web.CsvFile;
import dev.rapport.web.CsvTable;
import dev.rapport.web.Form;
import dev.rapport.web.FormText;
import dev.rapport.web.Reader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Answers the settings of targets: every team sets its own. */
@Path("/")
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class TargetsResource {
    private static final List<String> TITLES = List.of(
            "metric",
            "bound",
            "value",
            "unit",
            "span",
            "from",
            "channel",
            "segment",
            "created_by",
            "review_on",
            "reviewed_at");

    private final SettingsChange change;
    private final SliceChoicesQueries choices;
    private final Reader reader;
    private final SettingsList<Target, TargetForm> targets;

    TargetsResource(SettingsChange change, SliceChoicesQueries choices, Reader reader) {
        this.change = change;
        this.choices = choices;
        this.reader = reader;
        this.targets = new SettingsList<>(
                change,
                "/targets",
                new SettingsList.Entries<>(
                        Target::withId,
                        TargetForm::of,
                        this::write,
                        TargetsResource::describe,
                        target -> words().saved()),
                new SettingsList.Views<>(
                        TargetForm.BLANK,
                        form -> Templates.targets(page(form)),
                        form -> Templates.targets$content(page(form)),
                        form -> Templates.target(Editor.of(form, now())),
                        form -> Templates.target$content(Editor.of(form, now()))));
    }

    @CheckedTemplate(basePath = "target")
    static class Templates {
        static native TemplateInstance targets(TargetsPage page);

        static native TemplateInstance targets$content(TargetsPage page);

        static native TemplateInstance target(Editor editor);

        static native TemplateInstance target$content(Editor editor);
    }

    @GET
    @Path("targets")
    public TemplateInstance list() {
        return targets.list();
    }

    /** What the page lists, by keys. */
    @GET
    @Path("targets.csv")
    @Produces(CsvFile.TYPE)
    @RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN, Role.READ})
    public Response csv() {
        List<Target> listed = Target.inOrder();
        Map<Short, String> channels = Channel.keys();
        return CsvFile.of(List.of("targets"), table -> write(table, listed, channels));
    }

    /** Values are in the metric's unit, durations in seconds; what is for all channels or everybody names none. */
    static void write(CsvTable table, List<Target> targets, Map<Short, String> channels) throws IOException {
        TITLES.forEach(table::plain);
        table.end();
        for (Target target : targets) {
            TargetRule rule = target.rule(channels);
            table.text(rule.metric())
                    .plain(rule.bound().key())
                    .number(rule.value())
                    .plain(unit(rule.metric()))
                    .plain(rule.span().map(Grain::key).orElse(""))
                    .plain(rule.from().toString())
                    .text(rule.channel().orElse(""))
                    .text(rule.segment()
                            .map(segment -> segment.group() + ":" + segment.value())
                            .orElse(""))
                    .text(target.createdBy)
                    .plain(target.reviewOn == null ? "" : target.reviewOn.toString())
                    .plain(target.reviewedAt == null ? "" : target.reviewedAt.toString())
                    .end();
        }
    }

    /** Empty for a metric that is no more. */
    private static String unit(String metric) {
        return Catalogue.find(metric)
                .map(known -> known.definition().unit().name().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    @POST
    @Path("targets")
    @Transactional
    public Response add(@BeanParam TargetForm form) {
        return targets.add("target set", checked(0, form), () -> {
            Target target = new Target();
            target.createdBy = change.who();
            target.createdAt = change.now();
            return target;
        });
    }

    @GET
    @Path("targets/{id}")
    public TemplateInstance edit(@PathParam("id") int id) {
        return targets.edit(id);
    }

    @POST
    @Path("targets/{id}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam TargetForm form) {
        return targets.change("target changed", checked(id, form));
    }

    @POST
    @Path("targets/{id}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        change.showsInFigures();
        return targets.remove("target removed", targets.known(id), () -> words().removed());
    }

    private Form<TargetForm> checked(int id, TargetForm form) {
        Form<TargetForm> checked = change.check(id, form)
                .refuse(
                        "segment",
                        () -> !form.segment().isEmpty() && !segments().contains(form.segment()),
                        words().segmentBad())
                .refuse("review", () -> isPast(id, form), words().reviewPast());
        return checked.isBad()
                ? checked
                : checked.refuse("twin", () -> tried(id, form).hasTwin(), words().twin());
    }

    /** A day that was chosen long ago may stay. */
    private boolean isPast(int id, TargetForm form) {
        LocalDate kept = Target.withId(id).map(target -> target.reviewOn).orElse(null);
        LocalDate today = now().today();
        return FormText.day(form.review())
                .filter(day -> day.isBefore(today) && !day.equals(kept))
                .isPresent();
    }

    /** Tries a form on, without touching what is stored. */
    private static Target tried(int id, TargetForm form) {
        Target target = new Target();
        if (id != 0) {
            target.id = id;
        }
        fill(target, form);
        return target;
    }

    private void write(Target target, TargetForm form) {
        fill(target, form);
        change.showsInFigures();
    }

    private static void fill(Target target, TargetForm form) {
        target.metric = form.known().orElseThrow().key();
        target.channelId =
                form.knownChannel().map((Channel channel) -> channel.id).orElse(null);
        target.segmentGroup = form.asSegment().map(TargetRule.Segment::group).orElse(null);
        target.segmentValue = form.asSegment().map(TargetRule.Segment::value).orElse(null);
        target.fromDay = FormText.day(form.from()).orElseThrow();
        target.span = form.asSpan().map(Grain::key).orElse(null);
        target.bound = form.asBound().orElseThrow().key();
        target.value = form.amount().orElseThrow();
        target.reviewOn = FormText.day(form.review()).orElse(null);
    }

    private static String describe(Target target) {
        return target.metric + " " + AuditWords.word(target.bound, target.value.toPlainString()) + " "
                + AuditWords.word("from_day", target.fromDay);
    }

    private TargetsPage page(Form<TargetForm> form) {
        SliceChoices now = now();
        return TargetsPage.of(
                Target.inOrder(), Editor.of(form, now), now, new TargetsPage.Writing(reader.dates(), reader.numbers()));
    }

    private List<String> segments() {
        return now().groups().stream()
                .flatMap(group -> group.values().stream().map(value -> group.key() + ":" + value.key()))
                .toList();
    }

    /** What can be asked for is read in a transaction of its own, whatever is being changed here. */
    private SliceChoices now() {
        return QuarkusTransaction.suspendingExisting()
                .call(choices::current)
                .withValueNames(key -> ReservedValues.name(key, reader.words(SegmentMessages.class)));
    }

    private TargetMessages words() {
        return reader.words(TargetMessages.class);
    }
}
