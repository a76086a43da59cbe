package dev.rapport.behaviour;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores a feature: something the product can do; whoever sends its event has used it. */
@Entity
public class Feature extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Integer id;

    /** As in URLs; stays when the feature is renamed. */
    @Column(columnDefinition = "text")
    public String key = "";

    @Column(columnDefinition = "text")
    public String name = "";

    @Column(name = "event_name", columnDefinition = "text")
    public String eventName = "";

    /** Reporting day; null: it was there before anything was recorded. */
    @Column(name = "released_on")
    public @Nullable LocalDate releasedOn;

    /** The newest first, as adoption is looked at; then by name. */
    public static List<Feature> newestFirst() {
        return listAll(Sort.descending("releasedOn").and("name", Sort.Direction.Ascending));
    }

    public static Optional<Feature> withKey(String key) {
        return find("key", key).firstResultOptional();
    }

    public static Optional<Feature> withId(int id) {
        return findByIdOptional(id);
    }

    public static Optional<Feature> withEvent(String name) {
        return find("eventName", name).firstResultOptional();
    }
}
