package dev.rapport.person;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores a person, known or not. */
@Entity
public class Person extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column
    public Integer id;

    /** The customer number; null while anonymous. */
    @Column(name = "external_id", columnDefinition = "text")
    public @Nullable String externalId;

    @Column(columnDefinition = "text")
    public @Nullable String name;

    @Column(columnDefinition = "text")
    public @Nullable String email;

    @Column(name = "created_at")
    public Instant createdAt = Instant.EPOCH;

    @Column(name = "import_id")
    public @Nullable Integer importId;

    public static Optional<Person> withCustomerNumber(String externalId) {
        return find("externalId", externalId).firstResultOptional();
    }

    public static Optional<Person> withId(int id) {
        return findByIdOptional(id);
    }

    /** Whom some identity means; empty for somebody who turned out to be somebody else. */
    public static Optional<Person> met(int id) {
        return find("id = ?1 and exists (select visitor.id from Visitor visitor where visitor.personId = ?1)", id)
                .firstResultOptional();
    }

    /** The customer number, or which visitor. */
    public String shown() {
        return externalId == null ? "visitor " + id : externalId;
    }
}
