package dev.rapport.query;

import dev.rapport.slice.Period;
import dev.rapport.slice.SliceContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Lists all that can be asked for at this moment, with the names people know it by. */
public record SliceChoices(
        ZoneId zone,
        DayOfWeek weekStart,
        LocalDate today,
        String currency,
        List<Choice> channels,
        List<Group> groups,
        List<Choice> goals,
        List<Survey> surveys,
        List<Choice> features,
        Optional<Period> recorded) {

    public record Choice(String key, String name) {}

    public record Group(String key, String name, List<Choice> values) {}

    /** @param kind {@code nps}, {@code csat}, {@code ces} or {@code rating} */
    public record Survey(String key, String name, String kind) {}

    SliceChoices on(LocalDate day) {
        return day.equals(today)
                ? this
                : new SliceChoices(
                        zone, weekStart, day, currency, channels, groups, goals, surveys, features, recorded);
    }

    /** With values of segments under other names, where there is one for the key. */
    public SliceChoices withValueNames(Function<String, Optional<String>> names) {
        List<Group> named = groups.stream()
                .map(group -> new Group(
                        group.key(),
                        group.name(),
                        group.values().stream()
                                .map(value -> new Choice(
                                        value.key(), names.apply(value.key()).orElse(value.name())))
                                .toList()))
                .toList();
        return new SliceChoices(zone, weekStart, today, currency, channels, named, goals, surveys, features, recorded);
    }

    /** What a query string is held against. */
    public SliceContext context() {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        groups.forEach(group -> values.put(group.key(), keys(group.values())));
        Set<String> surveyKeys = new LinkedHashSet<>();
        surveys.forEach(survey -> surveyKeys.add(survey.key()));
        return new SliceContext(zone, weekStart, today, keys(channels), values, keys(goals), surveyKeys, recorded);
    }

    /** The channel's name; its key when there is no such channel any more. */
    public String channelName(String key) {
        return name(channels, key);
    }

    public String groupName(String key) {
        return group(key).map(Group::name).orElse(key);
    }

    /** The values of a group in the order they are shown; none when there is no such group. */
    public List<Choice> values(String group) {
        return group(group).map(Group::values).orElse(List.of());
    }

    /** The value's name; its key when there is no such value any more. */
    public String valueName(String group, String key) {
        return name(values(group), key);
    }

    /** The feature's name; its key when there is no such feature any more. */
    public String featureName(String key) {
        return name(features, key);
    }

    /** The goal's name; its key when there is no such goal any more. */
    public String goalName(String key) {
        return name(goals, key);
    }

    private Optional<Group> group(String key) {
        return groups.stream().filter(group -> group.key().equals(key)).findFirst();
    }

    private static String name(List<Choice> choices, String key) {
        return choices.stream()
                .filter(choice -> choice.key().equals(key))
                .map(Choice::name)
                .findFirst()
                .orElse(key);
    }

    private static Set<String> keys(List<Choice> choices) {
        Set<String> keys = new LinkedHashSet<>();
        choices.forEach(choice -> keys.add(choice.key()));
        return keys;
    }
}
