package dev.rapport.dashboard;

import dev.rapport.query.SliceChoices;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Preset;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Shows the filter bar, the same on every dashboard.
 *
 * @param action the page's own address, without a query
 * @param comparisons empty where nothing is compared; so are grains without a trend
 * @param goals empty where the page's metrics know none; so are surveys and variants
 */
public record FilterBar(
        String action,
        PeriodChoice period,
        List<Usual> usual,
        List<Option> comparisons,
        List<Option> grains,
        List<Option> channels,
        List<Group> groups,
        List<Option> goals,
        List<Option> surveys,
        List<Variant> variants,
        List<Chip> chips,
        String clearUrl) {

    /**
     * The period with its names.
     *
     * @param custom it is given by its dates, {@code from} and {@code to}; these are empty otherwise
     */
    public record PeriodChoice(List<Option> presets, boolean custom, String from, String to, String name) {
        static PeriodChoice of(Slice slice, PeriodText text) {
            boolean custom = slice.preset().isEmpty();
            return new PeriodChoice(
                    Stream.of(Preset.values())
                            .map(preset -> new Option(
                                    preset.key(),
                                    text.preset(preset),
                                    slice.preset().equals(Optional.of(preset.key()))))
                            .toList(),
                    custom,
                    custom ? slice.period().from().toString() : "",
                    custom ? slice.period().lastDay().toString() : "",
                    slice.preset().flatMap(Preset::of).map(text::preset).orElseGet(() -> text.period(slice.period())));
        }
    }

    public record Option(String value, String label, boolean chosen) {}

    public record Group(String name, List<Option> values) {}

    /** A choice that single metrics understand: people or sessions, median or mean. */
    public record Variant(String name, String label, List<Option> options) {}

    /** A period that is asked for often, one click away; the address is the page with it. */
    public record Usual(String label, String url, boolean chosen) {}

    /** An active filter; the address is the page without it. */
    public record Chip(String label, String removeUrl) {}

    private static final List<Preset> USUAL = List.of(
            Preset.LAST_7_DAYS, Preset.LAST_30_DAYS, Preset.LAST_MONTH, Preset.LAST_QUARTER, Preset.LAST_12_MONTHS);

    public static FilterBar of(PageLinks links, SliceChoices choices, Set<String> options, PeriodText text) {
        Slice slice = links.slice();
        // One that fits anyway is not held on to when the period changes: a day of one day, a year of 365.
        Optional<Grain> chosenGrain =
                Optional.of(slice.grain()).filter(grain -> grain != Grain.fitting(slice.period()));
        return new FilterBar(
                links.path(),
                PeriodChoice.of(slice, text),
                usual(links, choices, text),
                Stream.of(Comparison.values())
                        .map(other -> new Option(other.key(), text.comparison(other), other == slice.comparison()))
                        .toList(),
                Stream.of(Grain.values())
                        .map(grain ->
                                new Option(grain.key(), text.grain(grain), chosenGrain.equals(Optional.of(grain))))
                        .toList(),
                options(choices.channels(), slice.channels()),
                choices.groups().stream()
                        .map(group -> new Group(group.name(), segmentOptions(group, slice)))
                        .toList(),
                options.contains(SliceOption.GOAL.key())
                        ? options(choices.goals(), chosen(slice, SliceOption.GOAL))
                        : List.of(),
                options.contains(SliceOption.SURVEY.key()) ? surveys(choices, slice) : List.of(),
                variants(understood(options, slice), slice, text.audience().words(OptionMessages.class)),
                chips(links, choices),
                links.with(slice.withChannels(Set.of()).withSegments(SegmentFilter.EVERYBODY))
                        .url());
    }

    public long channelCount() {
        return chosen(channels);
    }

    /** How many values are chosen over all groups. */
    public long segmentCount() {
        return groups.stream().mapToLong(group -> chosen(group.values())).sum();
    }

    /** For pages that show no trend: nothing to compare, no grain to choose here. */
    public FilterBar withoutTrend() {
        return comparing(List.of());
    }

    /** For pages that compare, but show no trend. */
    public FilterBar withoutGrain() {
        return comparing(comparisons);
    }

    private FilterBar comparing(List<Option> those) {
        return new FilterBar(
                action,
                period,
                usual,
                those,
                List.of(),
                channels,
                groups,
                goals,
                surveys,
                withoutAlign(),
                chips,
                clearUrl);
    }

    private static List<Usual> usual(PageLinks links, SliceChoices choices, PeriodText text) {
        return USUAL.stream()
                .map(preset -> new Usual(
                        text.preset(preset),
                        links.with(links.slice().withPreset(preset, choices.context()))
                                .url(),
                        links.slice().preset().equals(Optional.of(preset.key()))))
                .toList();
    }

    private static List<Option> options(List<SliceChoices.Choice> choices, Set<String> chosen) {
        return choices.stream()
                .map(choice -> new Option(choice.key(), choice.name(), chosen.contains(choice.key())))
                .toList();
    }

    private static List<Option> surveys(SliceChoices choices, Slice slice) {
        return choices.surveys().stream()
                .map(survey -> new Option(
                        survey.key(),
                        survey.name(),
                        chosen(slice, SliceOption.SURVEY).contains(survey.key())))
                .toList();
    }

    /** By weekday only where there are days to lay over others. */
    private static Set<String> understood(Set<String> options, Slice slice) {
        boolean overlaid =
                slice.comparison() != Comparison.NONE && slice.grain().compareTo(Grain.DAY) <= 0;
        Set<String> understood = new HashSet<>(options);
        if (overlaid) {
            understood.add(SliceOption.ALIGN.key());
        }
        return understood;
    }

    private List<Variant> withoutAlign() {
        return variants.stream()
                .filter(variant -> !variant.name().equals(SliceOption.ALIGN.key()))
                .toList();
    }

    private static List<Variant> variants(Set<String> understood, Slice slice, OptionMessages words) {
        return Stream.of(SliceOption.values())
                .filter(option ->
                        understood.contains(option.key()) && !option.choices().isEmpty())
                .map(option -> new Variant(
                        option.key(),
                        OptionText.name(option, words),
                        option.choices().stream()
                                .map(value -> new Option(
                                        value,
                                        OptionText.value(option, value, words),
                                        chosen(slice, option).contains(value)))
                                .toList()))
                .toList();
    }

    private static Set<String> chosen(Slice slice, SliceOption option) {
        return slice.option(option).map(Set::of).orElse(Set.of());
    }

    private static List<Option> segmentOptions(SliceChoices.Group group, Slice slice) {
        SortedSet<String> chosen = slice.segments().values().getOrDefault(group.key(), new TreeSet<>());
        return group.values().stream()
                .map(value -> new Option(group.key() + ":" + value.key(), value.name(), chosen.contains(value.key())))
                .toList();
    }

    private static long chosen(List<Option> options) {
        return options.stream().filter(Option::chosen).count();
    }

    private static List<Chip> chips(PageLinks links, SliceChoices choices) {
        Slice slice = links.slice();
        List<Chip> chips = new ArrayList<>();
        for (SliceChoices.Choice channel : choices.channels()) {
            if (slice.channels().contains(channel.key())) {
                TreeSet<String> others = new TreeSet<>(slice.channels());
                others.remove(channel.key());
                chips.add(new Chip(
                        channel.name(), links.with(slice.withChannels(others)).url()));
            }
        }
        for (SliceChoices.Group group : choices.groups()) {
            SortedSet<String> chosen = slice.segments().values().getOrDefault(group.key(), new TreeSet<>());
            for (SliceChoices.Choice value : group.values()) {
                if (chosen.contains(value.key())) {
                    Slice without = slice.withSegments(without(slice.segments(), group.key(), value.key()));
                    chips.add(new Chip(
                            group.name() + ": " + value.name(),
                            links.with(without).url()));
                }
            }
        }
        for (Dimension dimension : Dimension.values()) {
            slice.option(dimension.option())
                    .filter(value -> dimension.isOfFacts())
                    .ifPresent(value -> chips.add(new Chip(
                            dimension == Dimension.FEATURE ? choices.featureName(value) : value,
                            links.with(slice.withOption(dimension.option(), Optional.empty()))
                                    .url())));
        }
        return chips;
    }

    private static SegmentFilter without(SegmentFilter filter, String group, String value) {
        SortedMap<String, SortedSet<String>> values = new TreeMap<>(filter.values());
        TreeSet<String> others = new TreeSet<>(values.getOrDefault(group, new TreeSet<>()));
        others.remove(value);
        if (others.isEmpty()) {
            values.remove(group);
        } else {
            values.put(group, others);
        }
        return new SegmentFilter(values);
    }
}
