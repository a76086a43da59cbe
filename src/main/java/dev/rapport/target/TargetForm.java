package dev.rapport.target;

import dev.rapport.channel.Channel;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Grain;
import dev.rapport.web.CalendarDay;
import dev.rapport.web.FormRules;
import dev.rapport.web.FormText;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.FormParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a target as a form sends it.
 *
 * @param segment {@code plan:pro}
 */
public record TargetForm(
        @FormParam("metric") String metric,
        @FormParam("channel") String channel,
        @FormParam("segment") String segment,

        @FormParam("from") @CalendarDay(message = "targets:fromBad")
        String from,

        @FormParam("span") @Pattern(regexp = "(day|week|month|quarter|year)?", message = "targets:spanBad")
        String span,

        @FormParam("bound") String bound,
        @FormParam("value") String value,

        @FormParam("review") @CalendarDay(optional = true, message = "targets:reviewBad")
        String review)
        implements FormRules {
    static final List<String> SPANS = List.of("day", "week", "month", "quarter", "year");

    static final TargetForm BLANK = new TargetForm("", "", "", "", "", "", "", "");

    public TargetForm {
        metric = FormText.stripped(metric);
        channel = FormText.stripped(channel);
        segment = FormText.stripped(segment);
        from = FormText.stripped(from);
        span = FormText.stripped(span);
        bound = FormText.stripped(bound);
        value = FormText.stripped(value);
        review = FormText.stripped(review);
    }

    static TargetForm of(Target target) {
        return new TargetForm(
                target.metric,
                Optional.ofNullable(target.channelId)
                        .flatMap(Channel::withId)
                        .map(known -> known.key)
                        .orElse(""),
                target.segmentGroup == null ? "" : target.segmentGroup + ":" + target.segmentValue,
                target.fromDay.toString(),
                FormText.stripped(target.span),
                target.bound,
                Catalogue.find(target.metric)
                        .map(metric -> TargetAmount.plain(
                                target.value, metric.definition().unit()))
                        .orElseGet(target.value::toPlainString),
                target.reviewOn == null ? "" : target.reviewOn.toString());
    }

    /** A sum, or a number of people, without a span would be missed by every short period and met by every long one. */
    @Override
    public void check(Problems problems) {
        Optional<Metric> known = known();
        boolean needsSpan = known.map(Metric::definition)
                .filter(definition -> definition.additive() || definition.growing())
                .isPresent();
        problems.addIf(known.isEmpty(), "metric", "targets:metricBad");
        problems.addIf(known.isPresent() && amount().isEmpty(), "value", "targets:valueBad");
        problems.addIf(needsSpan && span.isEmpty(), "span", "targets:spanBad");
        problems.addIf(known.isPresent() && asBound().isEmpty(), "bound", "targets:boundBad");
        problems.addIf(!channel.isEmpty() && knownChannel().isEmpty(), "channel", "targets:channelBad");
    }

    Optional<Metric> known() {
        return Catalogue.find(metric);
    }

    Optional<Channel> knownChannel() {
        return Channel.withKey(channel);
    }

    Optional<TargetRule.Segment> asSegment() {
        String[] parts = segment.split(":", 2);
        return parts.length == 2 ? Optional.of(new TargetRule.Segment(parts[0], parts[1])) : Optional.empty();
    }

    Optional<Grain> asSpan() {
        return span.isEmpty() ? Optional.empty() : Optional.of(Grain.valueOf(span.toUpperCase(Locale.ROOT)));
    }

    /** The side that was chosen, or else the metric's good one. */
    Optional<TargetBound> asBound() {
        return bound.isEmpty()
                ? known().flatMap(metric -> TargetBound.of(metric.definition().better()))
                : TargetBound.of(bound);
    }

    Optional<BigDecimal> amount() {
        return known().flatMap(
                        metric -> TargetAmount.read(value, metric.definition().unit()));
    }
}
