package dev.rapport.annotation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores something that happened, on one reporting day or several. */
@Entity
public class Annotation extends PanacheEntityBase {
    public enum Kind {
        LAUNCH,
        OUTAGE,
        CAMPAIGN,
        OTHER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String key) {
            return List.of(values()).stream()
                    .filter(kind -> kind.key().equals(key))
                    .findFirst();
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Integer id;

    @Column(columnDefinition = "text")
    public String kind = Kind.OTHER.key();

    @Column(columnDefinition = "text")
    public String title = "";

    @Column(name = "first_day")
    public LocalDate firstDay = LocalDate.EPOCH;

    @Column(name = "last_day")
    public LocalDate lastDay = LocalDate.EPOCH;

    /** The channel it is about; all when there is none. */
    @Column(name = "channel_id", columnDefinition = "smallint")
    public @Nullable Short channelId;

    @Column(name = "created_by", columnDefinition = "text")
    public String createdBy = "";

    @Column(name = "created_at")
    public Instant createdAt = Instant.EPOCH;

    public static List<Annotation> newestFirst() {
        return listAll(Sort.descending("firstDay", "id"));
    }

    static List<Annotation> inOrder() {
        return listAll(Sort.by("firstDay").and("id"));
    }

    public static Optional<Annotation> withId(int id) {
        return findByIdOptional(id);
    }
}
