package dev.rapport.channel;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Stores one of the ordered rules that give a visit its channel, as an admin writes it. */
@Entity
@Table(name = "channel_rule")
public class ChannelRule extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column
    public Integer id;

    @Column
    public int position;

    @Column(name = "channel_id")
    public short channelId;

    @Column(name = "utm_sources", columnDefinition = "text[]")
    public List<String> utmSources = new ArrayList<>();

    @Column(name = "utm_mediums", columnDefinition = "text[]")
    public List<String> utmMediums = new ArrayList<>();

    @Column(name = "utm_campaigns", columnDefinition = "text[]")
    public List<String> utmCampaigns = new ArrayList<>();

    @Column(name = "referrer_hosts", columnDefinition = "text[]")
    public List<String> referrerHosts = new ArrayList<>();

    @Column(name = "click_ids", columnDefinition = "text[]")
    public List<String> clickIds = new ArrayList<>();

    /** {@code any}, {@code none} or {@code some}. */
    @Column(columnDefinition = "text")
    public String referrer = "any";

    public static List<ChannelRule> inOrder() {
        return listAll(Sort.by("position").and("id"));
    }

    /** As the classifier reads it. */
    RuleCondition toRule() {
        return new RuleCondition(
                id,
                channelId,
                utmSources,
                utmMediums,
                utmCampaigns,
                referrerHosts,
                clickIds,
                RuleCondition.Referrer.of(referrer));
    }
}
