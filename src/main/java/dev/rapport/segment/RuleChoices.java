package dev.rapport.segment;

import dev.rapport.web.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Lists what conditions can ask for: what everybody has, and features, channels and segments as they are now. */
final class RuleChoices {
    private final BehaviourMessages words;

    RuleChoices(BehaviourMessages words) {
        this.words = words;
    }

    /** Some of them under a heading. */
    public record Group(String name, List<Choice> values) {}

    List<Group> of(Handle handle) {
        List<Group> groups = new ArrayList<>(List.of(
                new Group(
                        words.visiting(),
                        List.of(
                                new Choice("visits", words.visits()),
                                new Choice("page-views", words.pageViews()),
                                new Choice("active-days", words.activeDays()),
                                new Choice("days-since-visit", words.daysSinceVisit()))),
                new Group(
                        words.buying(),
                        List.of(
                                new Choice("orders", words.orders()),
                                new Choice("order-value", words.orderValue()),
                                new Choice("days-since-order", words.daysSinceOrder()),
                                new Choice("subscriptions", words.subscriptions()))),
                new Group(
                        words.support(),
                        List.of(
                                new Choice("tickets", words.tickets()),
                                new Choice("open-tickets", words.openTickets()))),
                new Group(
                        words.answers(),
                        List.of(
                                new Choice("nps:promoter", words.promoter()),
                                new Choice("nps:passive", words.passive()),
                                new Choice("nps:detractor", words.detractor()),
                                new Choice("csat:satisfied", words.satisfied()),
                                new Choice("csat:unsatisfied", words.unsatisfied()),
                                new Choice("ces:hard", words.hard()),
                                new Choice("ces:easy", words.easy())))));
        named(handle, "feature", "select key, name from feature order by name, id")
                .forEach(feature -> groups.add(new Group(words.features(), feature)));
        named(handle, "won-by", "select key, name from channel order by position, name")
                .forEach(channels -> groups.add(new Group(words.wonBy(), channels)));
        segments(handle).forEach((name, values) -> groups.add(new Group(name, values)));
        groups.add(new Group(words.others(), List.of(new Choice("everyone", words.everyone()))));
        return groups;
    }

    /** Of these, all that there are; nothing when there are none. */
    private static Stream<List<Choice>> named(Handle handle, String what, String sql) {
        List<Choice> choices = handle.select(sql)
                .map((row, context) -> new Choice(what + ":" + row.getString(1), row.getString(2)))
                .list();
        return choices.isEmpty() ? Stream.empty() : Stream.of(choices);
    }

    private static Map<String, List<Choice>> segments(Handle handle) {
        Map<String, List<Choice>> groups = new LinkedHashMap<>();
        handle.select("""
                        select g.name, g.key, v.key, v.name from segment_group g join segment_value v on v.group_id = g.id
                        where g.trait is not null and v.key <> 'none' order by g.position, g.id, v.position, v.name
                        """)
                .map((row, context) -> Map.entry(
                        row.getString(1),
                        new Choice("segment:" + row.getString(2) + ":" + row.getString(3), row.getString(4))))
                .forEach(each -> groups.computeIfAbsent(each.getKey(), name -> new ArrayList<>())
                        .add(each.getValue()));
        return groups;
    }
}
