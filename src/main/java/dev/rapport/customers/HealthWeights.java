package dev.rapport.customers;

import dev.rapport.metric.HealthPart;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores the weights of the parts of health, for everybody or for the customers of one segment. */
@Entity
@Table(name = "health_weights")
public class HealthWeights extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Integer id;

    /** Keys of the segment; null for everybody who is in none with weights of its own. */
    @Column(name = "segment_group", columnDefinition = "text")
    public @Nullable String segmentGroup;

    @Column(name = "segment_value", columnDefinition = "text")
    public @Nullable String segmentValue;

    public int recency;
    public int frequency;
    public int breadth;
    public int survey;
    public int tickets;
    public int payment;

    /** Everybody's first. */
    static List<HealthWeights> inOrder() {
        return listAll(Sort.by("segmentGroup", Sort.Direction.Ascending, Sort.NullPrecedence.NULLS_FIRST)
                .and("segmentValue"));
    }

    static Optional<HealthWeights> withId(int id) {
        return findByIdOptional(id);
    }

    boolean isGeneral() {
        return segmentGroup == null;
    }

    static boolean has(@Nullable String group, @Nullable String value) {
        return inOrder().stream()
                .anyMatch(each -> Objects.equals(each.segmentGroup, group) && Objects.equals(each.segmentValue, value));
    }

    int of(HealthPart part) {
        return switch (part) {
            case RECENCY -> recency;
            case FREQUENCY -> frequency;
            case BREADTH -> breadth;
            case SURVEY -> survey;
            case TICKETS -> tickets;
            case PAYMENT -> payment;
        };
    }
}
