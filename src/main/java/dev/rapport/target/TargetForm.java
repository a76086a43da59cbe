package dev.rapport.target;

import dev.rapport.channel.Channel;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Grain;
import jakarta.ws.rs.FormParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A target as a form sends it. */
public class TargetForm {
    static final List<String> SPANS = List.of("day", "week", "month", "quarter", "year");

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

    @FormParam("metric")
    @Nullable
    String metric;

    @FormParam("channel")
    @Nullable
    String channel;

    /** {@code plan:pro}. */
    @FormParam("segment")
    @Nullable
    String segment;

    @FormParam("from")
    @Nullable
    String from;

    @FormParam("span")
    @Nullable
    String span;

    @FormParam("bound")
    @Nullable
    String bound;

    @FormParam("value")
    @Nullable
    String value;

    static TargetForm empty() {
        return new TargetForm();
    }

    static TargetForm of(Target target) {
        TargetForm form = new TargetForm();
        form.metric = target.metric;
        form.channel = Optional.ofNullable(target.channelId)
                .flatMap(Channel::withId)
                .map(known -> known.key)
                .orElse("");
        form.segment = target.segmentGroup == null ? "" : target.segmentGroup + ":" + target.segmentValue;
        form.from = target.fromDay.toString();
        form.span = target.span;
        form.bound = target.bound;
        form.value = form.known()
                .map(metric ->
                        TargetAmount.plain(target.value, metric.definition().unit()))
                .orElseGet(target.value::toPlainString);
        return form;
    }

    static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    Optional<Metric> known() {
        return Catalogue.find(plain(metric));
    }

    Optional<Channel> knownChannel() {
        return Channel.withKey(plain(channel));
    }

    Optional<TargetRule.Segment> asSegment() {
        String[] parts = plain(segment).split(":", 2);
        return parts.length == 2 ? Optional.of(new TargetRule.Segment(parts[0], parts[1])) : Optional.empty();
    }

    Optional<LocalDate> fromDay() {
        try {
            return Optional.of(LocalDate.parse(plain(from))).filter(day -> !day.isBefore(FIRST) && day.isBefore(LAST));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    Optional<Grain> asSpan() {
        return Optional.of(plain(span)).filter(SPANS::contains).map(key -> Grain.valueOf(key.toUpperCase(Locale.ROOT)));
    }

    /** The side that was chosen, or else the metric's good one. */
    Optional<TargetBound> asBound() {
        return plain(bound).isEmpty()
                ? known().flatMap(metric -> TargetBound.of(metric.definition().better()))
                : TargetBound.of(plain(bound));
    }

    Optional<BigDecimal> amount() {
        return known().flatMap(metric ->
                TargetAmount.read(plain(value), metric.definition().unit()));
    }

    boolean isMetricBad() {
        return known().isEmpty();
    }

    boolean isValueBad() {
        return known().isPresent() && amount().isEmpty();
    }

    /** A sum, or a number of people, without a span would be missed by every short period and met by every long one. */
    boolean isSpanBad() {
        return !plain(span).isEmpty() && asSpan().isEmpty()
                || asSpan().isEmpty()
                        && known().map(Metric::definition)
                                .filter(metric -> metric.additive() || metric.growing())
                                .isPresent();
    }

    boolean isBoundBad() {
        return known().isPresent() && asBound().isEmpty();
    }

    boolean isDayBad() {
        return fromDay().isEmpty();
    }

    boolean isChannelBad() {
        return !plain(channel).isEmpty() && knownChannel().isEmpty();
    }

    /** @param segments all there are, as {@code plan:pro} */
    boolean isSegmentBad(List<String> segments) {
        return !plain(segment).isEmpty() && !segments.contains(plain(segment));
    }

    boolean isBad(List<String> segments) {
        return isMetricBad()
                || isValueBad()
                || isSpanBad()
                || isBoundBad()
                || isDayBad()
                || isChannelBad()
                || isSegmentBad(segments);
    }
}
