package dev.rapport.revenue;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Maps what a customer pays a month, from when to when, as a file says it. */
@Entity
@Immutable
class Subscription extends PanacheEntityBase {
    @Id
    public Long id;

    @Column(name = "visitor_id")
    public int visitorId;

    @Column(columnDefinition = "text")
    public @Nullable String plan;

    @Column(name = "started_at")
    public Instant startedAt = Instant.EPOCH;

    /** Null while it runs. */
    @Column(name = "ended_at")
    public @Nullable Instant endedAt;

    /** Why it ended. */
    @Column(columnDefinition = "text")
    public @Nullable String reason;

    @Column
    public boolean current;

    /** Those of the person that have an end, the last first. */
    static List<Subscription> ended(int person) {
        return list(
                "current and endedAt is not null"
                        + " and visitorId in (select visitor.id from Visitor visitor where visitor.personId = ?1)",
                Sort.descending("endedAt", "id"),
                person);
    }
}
