package dev.rapport.channel;

import dev.rapport.web.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Holds the rules in order, the channels in order, and what would become of a visit that is tried. */
public record ChannelsPage(List<RuleRow> rules, List<ChannelRow> channels, Trial trial, Form<ChannelForm> editor) {
    private static final int SHOWN = 6;

    /** What a rule asks of one part of an arrival. */
    public record Condition(String part, List<String> terms, int more) {
        static Stream<Condition> of(String part, List<String> terms) {
            return terms.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new Condition(
                            part, terms.stream().limit(SHOWN).toList(), Math.max(0, terms.size() - SHOWN)));
        }
    }

    public record RuleRow(
            int id, int number, String channel, List<Condition> conditions, boolean first, boolean last, boolean hit) {}

    public record ChannelRow(int id, String key, String name, String aliases, boolean first, boolean last) {}

    /**
     * @param asked whether anything was tried
     * @param number of the rule that matched, 0 when none did
     */
    public record Trial(String url, String referrer, boolean asked, String channel, int number) {}

    static ChannelsPage of(String url, String referrer, Form<ChannelForm> editor) {
        List<Channel> channels = Channel.inOrder();
        Map<Short, String> names = new HashMap<>();
        Map<String, Short> ids = new HashMap<>();
        channels.forEach(channel -> {
            names.put(channel.id, channel.name);
            ids.put(channel.key, channel.id);
        });
        List<ChannelRule> rules = ChannelRule.inOrder();
        var classifier =
                new ChannelClassifier(rules.stream().map(ChannelRule::toRule).toList(), ChannelQueries.fallback(ids));
        Arrival arrival = Arrival.read(url, referrer);
        boolean asked = !(url + referrer).isEmpty();
        int hit = asked ? classifier.ruleFor(arrival).map(RuleCondition::id).orElse(0) : 0;
        List<RuleRow> rows = rows(rules, names, hit);
        return new ChannelsPage(
                rows,
                rows(channels),
                new Trial(
                        url,
                        referrer,
                        asked,
                        names.getOrDefault(classifier.channelOf(arrival), ""),
                        rows.stream()
                                .filter(RuleRow::hit)
                                .mapToInt(RuleRow::number)
                                .findFirst()
                                .orElse(0)),
                editor);
    }

    private static List<RuleRow> rows(List<ChannelRule> rules, Map<Short, String> names, int hit) {
        return rules.stream()
                .map(rule -> {
                    int number = rules.indexOf(rule) + 1;
                    return new RuleRow(
                            rule.id,
                            number,
                            names.getOrDefault(rule.channelId, ""),
                            conditions(rule),
                            number == 1,
                            number == rules.size(),
                            rule.id == hit);
                })
                .toList();
    }

    private static List<Condition> conditions(ChannelRule rule) {
        return Stream.of(
                        Condition.of("medium", rule.utmMediums),
                        Condition.of("source", rule.utmSources),
                        Condition.of("campaign", rule.utmCampaigns),
                        Condition.of("host", rule.referrerHosts),
                        Condition.of("click", rule.clickIds),
                        rule.referrer.equals("any")
                                ? Stream.<Condition>empty()
                                : Stream.of(new Condition("referrer-" + rule.referrer, List.of(), 0)))
                .flatMap(part -> part)
                .toList();
    }

    private static List<ChannelRow> rows(List<Channel> channels) {
        return channels.stream()
                .map(channel -> new ChannelRow(
                        channel.id,
                        channel.key,
                        channel.name,
                        TermList.text(channel.aliases),
                        channel == channels.get(0),
                        channel == channels.get(channels.size() - 1)))
                .toList();
    }
}
