package dev.rapport.target;

import dev.rapport.channel.Channel;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Metric;
import dev.rapport.query.SliceChoices;
import dev.rapport.web.Choice;
import dev.rapport.web.Form;
import dev.rapport.words.DateFormats;
import dev.rapport.words.NumberFormats;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the targets there are, and the form for more. */
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
            String createdBy,
            Review review) {}

    /** @param on empty while nobody has said when, @param due whether the day has come */
    public record Review(String on, boolean due) {}

    public record Group(String name, List<Choice> values) {}

    /**
     * A form as it stands, and what it lets choose from; what we named is there by its key in the bundle.
     *
     * @param from today in a form that nobody has sent
     */
    public record Editor(
            Form<TargetForm> form,
            String from,
            List<String> metrics,
            List<Choice> bounds,
            List<Choice> spans,
            List<Choice> channels,
            List<Group> segments) {
        static Editor of(Form<TargetForm> form, SliceChoices choices) {
            return new Editor(
                    form,
                    form.sent().from().isEmpty() && !form.isBad()
                            ? choices.today().toString()
                            : form.sent().from(),
                    Catalogue.all().stream().map(Metric::key).toList(),
                    named("bound_", Stream.of(TargetBound.values()).map(TargetBound::key)),
                    named("span_", TargetForm.SPANS.stream()),
                    choices.channels().stream()
                            .map(each -> new Choice(each.key(), each.name()))
                            .toList(),
                    choices.groups().stream()
                            .map(group -> new Group(group.name(), values(group)))
                            .toList());
        }

        private static List<Choice> values(SliceChoices.Group group) {
            return group.values().stream()
                    .map(value -> new Choice(group.key() + ":" + value.key(), value.name()))
                    .toList();
        }

        private static List<Choice> named(String prefix, Stream<String> keys) {
            return keys.map(key -> new Choice(key, prefix + key.replace('-', '_')))
                    .toList();
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
                                each.createdBy,
                                review(each, choices, writing)))
                        .toList(),
                editor);
    }

    private static Review review(Target target, SliceChoices choices, Writing writing) {
        return target.reviewOn == null
                ? new Review("", false)
                : new Review(writing.dates().day(target.reviewOn), !target.reviewOn.isAfter(choices.today()));
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
