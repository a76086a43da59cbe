package dev.rapport.channel;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores one way in which visits arrive, and the channel the rules give it. Narrow events refer to it by number. */
@Entity
@Table(name = "traffic_source")
public class TrafficSource extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column
    public Integer id;

    @Column(name = "given_channel_id", columnDefinition = "smallint")
    public @Nullable Short givenChannelId;

    @Column(name = "utm_source", columnDefinition = "text")
    public String utmSource = "";

    @Column(name = "utm_medium", columnDefinition = "text")
    public String utmMedium = "";

    @Column(name = "utm_campaign", columnDefinition = "text")
    public String utmCampaign = "";

    @Column(name = "referrer_host", columnDefinition = "text")
    public String referrerHost = "";

    @Column(name = "click_id", columnDefinition = "text")
    public String clickId = "";

    /** Derived from the rules, and derived again when they change. */
    @Column(name = "channel_id")
    public short channelId;

    public static Optional<TrafficSource> withId(int id) {
        return findByIdOptional(id);
    }
}
