package dev.rapport.behaviour;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores what visitors are hoped to do: an event of that name, a view of a page whose path fits the pattern, or an arrival. */
@Entity
public class Goal extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Integer id;

    /** As in URLs; stays when the goal is renamed. */
    @Column(columnDefinition = "text")
    public String key = "";

    @Column(columnDefinition = "text")
    public String name = "";

    @Column(name = "event_name", columnDefinition = "text")
    public @Nullable String eventName;

    /** A path in which {@code *} stands for anything. */
    @Column(name = "page_pattern", columnDefinition = "text")
    public @Nullable String pagePattern;

    /** Name of a campaign in which {@code *} stands for anything: reached by arriving by it. */
    @Column(name = "campaign_pattern", columnDefinition = "text")
    public @Nullable String campaignPattern;

    /** Key of a channel: reached by arriving in it. */
    @Column(name = "channel_key", columnDefinition = "text")
    public @Nullable String channelKey;

    @Column
    public int position = 1000;

    public static List<Goal> inOrder() {
        return listAll(Sort.by("position").and("id"));
    }

    public static Optional<Goal> withKey(String key) {
        return find("key", key).firstResultOptional();
    }

    public static Optional<Goal> withId(int id) {
        return findByIdOptional(id);
    }
}
