package dev.rapport.channel;

import jakarta.ws.rs.FormParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rule as a form sends it; lists are words parted by commas. */
public class RuleForm {
    private static final Set<String> REFERRERS = Set.of("any", "none", "some");

    @FormParam("channel")
    @Nullable
    String channel;

    @FormParam("mediums")
    @Nullable
    String mediums;

    @FormParam("sources")
    @Nullable
    String sources;

    @FormParam("campaigns")
    @Nullable
    String campaigns;

    @FormParam("hosts")
    @Nullable
    String hosts;

    @FormParam("clickIds")
    @Nullable
    String clickIds;

    @FormParam("referrer")
    @Nullable
    String referrer;

    static RuleForm of(ChannelRule rule, String channelKey) {
        RuleForm form = new RuleForm();
        form.channel = channelKey;
        form.mediums = TermList.text(rule.utmMediums);
        form.sources = TermList.text(rule.utmSources);
        form.campaigns = TermList.text(rule.utmCampaigns);
        form.hosts = TermList.text(rule.referrerHosts);
        form.clickIds = TermList.text(rule.clickIds);
        form.referrer = rule.referrer;
        return form;
    }

    Optional<Channel> channel() {
        return channel == null || channel.indexOf('\0') >= 0 ? Optional.empty() : Channel.withKey(channel);
    }

    List<String> hosts() {
        return TermList.of(hosts);
    }

    String referrer() {
        return referrer != null && REFERRERS.contains(referrer) ? referrer : "any";
    }

    boolean isHostBad() {
        return hosts().stream().anyMatch(host -> !Hosts.isPattern(host));
    }

    /** A kind that no visit is ever recognised by would make a rule that never matches. */
    boolean isClickIdBad() {
        return !Arrival.CLICK_IDS.containsAll(TermList.of(clickIds));
    }

    /** A rule without a condition would take every visit. */
    boolean isEmpty() {
        return "any".equals(referrer()) && lists().allMatch(List::isEmpty);
    }

    boolean isTooMuch() {
        return !lists().allMatch(TermList::areSensible);
    }

    void writeTo(ChannelRule rule) {
        rule.channelId = channel().orElseThrow().id;
        rule.utmMediums = TermList.of(mediums);
        rule.utmSources = TermList.of(sources);
        rule.utmCampaigns = TermList.of(campaigns);
        rule.referrerHosts = hosts();
        rule.clickIds = TermList.of(clickIds);
        rule.referrer = referrer();
    }

    private Stream<List<String>> lists() {
        return Stream.of(mediums, sources, campaigns, hosts, clickIds).map(TermList::of);
    }
}
