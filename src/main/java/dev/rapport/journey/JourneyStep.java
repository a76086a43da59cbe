package dev.rapport.journey;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores one of the funnel steps that customers are hoped to take. */
@Entity
@Table(name = "journey_step")
public class JourneyStep extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Integer id;

    @Column
    public int position = 1000;

    @Column(columnDefinition = "text")
    public String name = "";

    /** {@code visit}, {@code page}, {@code event}, {@code order} or {@code ticket}. */
    @Column(columnDefinition = "text")
    public String kind = "visit";

    /** A path in which {@code *} stands for anything, or the name of an event; null for the other kinds. */
    @Column(columnDefinition = "text")
    public @Nullable String pattern;

    public static List<JourneyStep> inOrder() {
        return listAll(Sort.by("position").and("id"));
    }

    public static Optional<JourneyStep> withId(int id) {
        return findByIdOptional(id);
    }
}
