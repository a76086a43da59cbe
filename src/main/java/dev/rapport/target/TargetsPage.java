package dev.rapport.target;

import dev.rapport.channel.Channel;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Metric;
import dev.rapport.query.SliceChoices;
import dev.rapport.words.DateFormats;
import dev.rapport.words.NumberFormats;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The targets there are, and the form for more. */
public record TargetsPage(List<Row> rows, Editor editor) {
    public record Row(
            int id,
            String metric,
            String boundKey,
            String value,
            String spanKey,
            String from,
            String channel,
            String segment,
            String createdBy) {}

    /** @param name of what people named; of what we named, its key in the bundle */
    public record Option(String key, String name, boolean chosen) {}

    public record Group(String name, List<Option> values) {}

    /** A form as it stands, with what is wrong with it. */
    public record Editor(
            int id,
            List<Option> metrics,
            boolean metricBad,
            String value,
            boolean valueBad,
            List<Option> bounds,
            boolean boundBad,
            List<Option> spans,
            boolean spanBad,
            String from,
            boolean fromBad,
            List<Option> channels,
            boolean channelBad,
            List<Group> segments,
            boolean segmentBad,
            boolean twin) {
        /** @param checked what is wrong with it is said; when nothing else is, there is another of the same day */
        static Editor sent(int id, TargetForm form, SliceChoices choices, boolean checked) {
            return new Editor(
                    id,
                    options("", Catalogue.all().stream().map(Metric::key), form.metric),
                    checked && form.isMetricBad(),
                    TargetForm.plain(form.value),
                    checked && form.isValueBad(),
                    options("bound_", Stream.of(TargetBound.values()).map(TargetBound::key), form.bound),
                    checked && form.isBoundBad(),
                    options("span_", TargetForm.SPANS.stream(), form.span),
                    checked && form.isSpanBad(),
                    TargetForm.plain(form.from).isEmpty() && !checked
                            ? choices.today().toString()
                            : TargetForm.plain(form.from),
                    checked && form.isDayBad(),
                    choices.channels().stream()
                            .map(each -> option(each.key(), each.name(), TargetForm.plain(form.channel)))
                            .toList(),
                    checked && form.isChannelBad(),
                    choices.groups().stream()
                            .map(group -> new Group(group.name(), values(group, TargetForm.plain(form.segment))))
                            .toList(),
                    checked && form.isSegmentBad(keys(choices)),
                    checked && !form.isBad(keys(choices)));
        }

        private static List<String> keys(SliceChoices choices) {
            return choices.groups().stream()
                    .flatMap(group -> group.values().stream().map(value -> group.key() + ":" + value.key()))
                    .toList();
        }

        private static List<Option> values(SliceChoices.Group group, String chosen) {
            return group.values().stream()
                    .map(value -> option(group.key() + ":" + value.key(), value.name(), chosen))
                    .toList();
        }

        private static Option option(String key, String name, String chosen) {
            return new Option(key, name, key.equals(chosen));
        }

        private static List<Option> options(String prefix, Stream<String> keys, @Nullable String chosen) {
            return keys.map(key -> option(key, prefix + key.replace('-', '_'), TargetForm.plain(chosen)))
                    .toList();
        }

        public String action() {
            return id == 0 ? "/targets" : "/targets/" + id;
        }
    }

    record Writing(DateFormats dates, NumberFormats numbers) {}

    static TargetsPage of(List<Target> targets, Editor editor, SliceChoices choices, Writing writing) {
        Map<Short, String> channels =
                Channel.inOrder().stream().collect(Collectors.toMap(channel -> channel.id, channel -> channel.name));
        return new TargetsPage(
                targets.stream()
                        .map(each -> new Row(
                                each.id,
                                each.metric,
                                "bound_" + each.bound.replace('-', '_'),
                                value(each, writing.numbers(), choices.currency()),
                                each.span == null ? "" : "span_" + each.span,
                                writing.dates().day(each.fromDay),
                                each.channelId == null ? "" : channels.getOrDefault(each.channelId, ""),
                                segment(each, choices),
                                each.createdBy))
                        .toList(),
                editor);
    }

    private static String value(Target target, NumberFormats numbers, String currency) {
        Optional<Definition> definition = Catalogue.find(target.metric).map(Metric::definition);
        return TargetAmount.shown(
                target.value, definition.map(Definition::unit).orElse(Definition.Unit.RATIO), numbers, currency);
    }

    private static String segment(Target target, SliceChoices choices) {
        return target.segmentGroup == null || target.segmentValue == null
                ? ""
                : choices.groupName(target.segmentGroup) + ": "
                        + choices.valueName(target.segmentGroup, target.segmentValue);
    }
}
