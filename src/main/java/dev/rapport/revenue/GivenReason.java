package dev.rapport.revenue;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Maps why somebody left or stopped, as a file says it. */
@Entity
@Immutable
@Table(name = "reason_given")
class GivenReason extends PanacheEntityBase {
    @Id
    public Long id;

    @Column(name = "visitor_id")
    public int visitorId;

    @Column(name = "given_at")
    public Instant givenAt = Instant.EPOCH;

    /** {@code left} or {@code stopped} (on the way to an order). */
    @Column(columnDefinition = "text")
    public String about = "";

    @Column(columnDefinition = "text")
    public String reason = "";

    @Column(columnDefinition = "text")
    public @Nullable String comment;

    @Column
    public boolean current;

    static List<GivenReason> of(int person) {
        return list(
                "current and visitorId in (select visitor.id from Visitor visitor where visitor.personId = ?1)",
                Sort.descending("givenAt", "id"),
                person);
    }
}
