package dev.rapport.channel;

import dev.rapport.web.FormRules;
import dev.rapport.web.FormText;
import jakarta.ws.rs.FormParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads a rule as a form sends it; lists are words separated by commas. */
public record RuleForm(
        @FormParam("channel") String channel,
        @FormParam("mediums") String mediums,
        @FormParam("sources") String sources,
        @FormParam("campaigns") String campaigns,
        @FormParam("hosts") String hosts,
        @FormParam("clickIds") String clickIds,
        @FormParam("referrer") String referrer)
        implements FormRules {
    private static final Set<String> REFERRERS = Set.of("any", "none", "some");

    static final RuleForm BLANK = new RuleForm("", "", "", "", "", "", "any");

    public RuleForm {
        channel = FormText.stripped(channel);
        mediums = FormText.stripped(mediums);
        sources = FormText.stripped(sources);
        campaigns = FormText.stripped(campaigns);
        hosts = FormText.stripped(hosts);
        clickIds = FormText.stripped(clickIds);
        referrer = REFERRERS.contains(FormText.stripped(referrer)) ? FormText.stripped(referrer) : "any";
    }

    static RuleForm of(ChannelRule rule) {
        return new RuleForm(
                Channel.withId(rule.channelId).map(channel -> channel.key).orElse(""),
                TermList.text(rule.utmMediums),
                TermList.text(rule.utmSources),
                TermList.text(rule.utmCampaigns),
                TermList.text(rule.referrerHosts),
                TermList.text(rule.clickIds),
                rule.referrer);
    }

    /**
     * A rule without a condition would take every visit; a kind of click that no visit is ever recognised by would make one
     * that never matches.
     */
    @Override
    public void check(Problems problems) {
        problems.addIf(known().isEmpty(), "channel", "channels:channelBad");
        problems.addIf(!TermList.of(hosts).stream().allMatch(Hosts::isPattern), "hosts", "channels:hostsBad");
        problems.addIf(
                !Arrival.CLICK_IDS.containsAll(TermList.of(clickIds)),
                "clickIds",
                "channels:clickIdsBad(knownClickIds)");
        problems.addIf("any".equals(referrer) && lists().allMatch(List::isEmpty), "conditions", "channels:emptyBad");
        problems.addIf(!lists().allMatch(TermList::areSensible), "words", "channels:tooMuchBad");
    }

    public String knownClickIds() {
        return String.join(", ", new TreeSet<>(Arrival.CLICK_IDS));
    }

    void writeTo(ChannelRule rule) {
        rule.channelId = known().orElseThrow().id;
        rule.utmMediums = TermList.of(mediums);
        rule.utmSources = TermList.of(sources);
        rule.utmCampaigns = TermList.of(campaigns);
        rule.referrerHosts = TermList.of(hosts);
        rule.clickIds = TermList.of(clickIds);
        rule.referrer = referrer;
    }

    private Optional<Channel> known() {
        return channel.indexOf('\0') >= 0 ? Optional.empty() : Channel.withKey(channel);
    }

    private Stream<List<String>> lists() {
        return Stream.of(mediums, sources, campaigns, hosts, clickIds).map(TermList::of);
    }
}
