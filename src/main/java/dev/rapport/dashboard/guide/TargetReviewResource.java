package dev.rapport.dashboard.guide;

import dev.rapport.annotation.Annotations;
import dev.rapport.channel.Channel;
import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.SliceRequest;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Definition.Unit;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQueries;
import dev.rapport.query.MetricQuery;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import dev.rapport.target.Target;
import dev.rapport.target.TargetBound;
import dev.rapport.team.AuditWords;
import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.web.Form;
import dev.rapport.web.FormText;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Answers what changed since a target was last looked at, and notes that somebody has. */
@Path("/targets/{id: [0-9]{1,9}}/review")
@Blocking
@RolesAllowed({Role.MARKETING, Role.SUPPORT, Role.ADMIN})
@Produces(MediaType.TEXT_HTML)
public class TargetReviewResource {
    private static final int MONTHS_UNTIL_NEXT = 3;

    private final SliceRequest asked;
    private final MetricQueries metrics;
    private final SettingsChange change;

    TargetReviewResource(SliceRequest asked, MetricQueries metrics, SettingsChange change) {
        this.asked = asked;
        this.metrics = metrics;
        this.change = change;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance targetReview(ReviewPage page);
    }

    @GET
    public TemplateInstance review(@PathParam("id") int id) {
        String next = today().plusMonths(MONTHS_UNTIL_NEXT).toString();
        return Templates.targetReview(page(known(id), Form.unsent(id, new ReviewForm(next))));
    }

    @POST
    @Transactional
    public Response reviewed(@PathParam("id") int id, @BeanParam ReviewForm sent) {
        Target target = known(id);
        LocalDate today = QuarkusTransaction.suspendingExisting().call(this::today);
        Form<ReviewForm> form = change.check(id, sent)
                .refuse(
                        "next",
                        () -> FormText.day(sent.next())
                                .filter(day -> day.isBefore(today))
                                .isPresent(),
                        words().nextBad());
        if (form.isBad()) {
            ReviewPage page = QuarkusTransaction.suspendingExisting().call(() -> page(known(id), form));
            return Response.status(422).entity(Templates.targetReview(page)).build();
        }
        target.reviewOn = FormText.day(sent.next()).orElseThrow();
        target.reviewedAt = change.now();
        target.reviewedBy = change.who();
        change.note("target reviewed", target.metric + " " + AuditWords.word("next_on", target.reviewOn));
        return change.savedAndLeft(words().saved(), "/targets");
    }

    private ReviewPage page(Target target, Form<ReviewForm> form) {
        LocalDate since = Optional.ofNullable(target.reviewedAt)
                .orElse(target.createdAt)
                .atZone(asked.choices().zone())
                .toLocalDate();
        String day = asked.context().figures().day(since);
        Optional<Slice> slice = slice(target);
        return new ReviewPage(
                target.id,
                target.metric,
                target.reviewedAt == null ? words().sinceSet(day) : words().since(day),
                slice.map(of -> figures(target, of, since)),
                slice.map(of -> notes(of, since)).orElseGet(List::of),
                form,
                today().toString());
    }

    /** Empty of a metric or segment that is no more. */
    private Optional<Slice> slice(Target target) {
        boolean segmentKnown = target.segmentGroup == null
                || asked.choices().values(target.segmentGroup).stream()
                        .anyMatch(value -> value.key().equals(target.segmentValue));
        if (Catalogue.find(target.metric).isEmpty() || !segmentKnown) {
            return Optional.empty();
        }
        Slice slice = asked.slice().withComparison(Comparison.NONE);
        if (target.channelId != null) {
            slice = slice.withChannels(Set.of(Channel.keys().getOrDefault(target.channelId, "")));
        }
        if (target.segmentGroup != null && target.segmentValue != null) {
            slice = slice.withSegments(new SegmentFilter(
                    new TreeMap<>(Map.of(target.segmentGroup, new TreeSet<>(Set.of(target.segmentValue))))));
        }
        return Optional.of(slice);
    }

    private List<Annotations.Note> notes(Slice slice, LocalDate since) {
        LocalDate end = today().plusDays(1);
        return asked.notes(slice.withPeriod(new Period(since.isBefore(end) ? since : today(), end)));
    }

    private ReviewPage.Figures figures(Target target, Slice slice, LocalDate since) {
        Period then = before(since, target);
        Period now = before(today(), target);
        List<Answer> answers = metrics.askAll(List.of(
                new MetricQuery(target.metric, slice.withPeriod(then), Grouping.TOTAL),
                new MetricQuery(target.metric, slice.withPeriod(now), Grouping.TOTAL)));
        Metric metric = answers.get(0).metric();
        Unit unit = metric.definition().unit();
        Figure first = answers.get(0).total().figure();
        Figure last = answers.get(1).total().figure();
        return new ReviewPage.Figures(
                asked.context().figures().value(unit, target.value),
                asked.context().figures().figure(unit, first),
                asked.context().figures().figure(unit, last),
                first.value()
                        .flatMap(one -> last.value().map(other -> other.subtract(one)))
                        .map(BigDecimal::doubleValue)
                        .map(difference -> asked.context().figures().contribution(unit, difference))
                        .orElse(""),
                words().days(asked.audience().numbers().counted(now.days())),
                met(target, first),
                met(target, last),
                new PageLinks("", slice.withPeriod(now)).metric(target.metric));
    }

    /** So many finished days as the value is for; a month where it is for no length. */
    private static Period before(LocalDate day, Target target) {
        Grain span = target.span == null ? Grain.MONTH : Grain.valueOf(target.span.toUpperCase(Locale.ROOT));
        return new Period(
                switch (span) {
                    case HOUR, DAY -> day.minusDays(1);
                    case WEEK -> day.minusWeeks(1);
                    case MONTH -> day.minusMonths(1);
                    case QUARTER -> day.minusMonths(3);
                    case YEAR -> day.minusYears(1);
                },
                day);
    }

    private static Optional<Boolean> met(Target target, Figure figure) {
        return figure.value()
                .map(value -> TargetBound.of(target.bound)
                        .orElse(TargetBound.AT_LEAST)
                        .holds(value, target.value));
    }

    private LocalDate today() {
        return asked.choices().today();
    }

    private static Target known(int id) {
        return Target.withId(id).orElseThrow(NotFoundException::new);
    }

    private ReviewMessages words() {
        return asked.context().words(ReviewMessages.class);
    }
}
