package dev.rapport.person;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores an identity as it came; which person it means may change, and only {@link Identities} changes it. */
@Entity
public class Visitor extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column
    public Integer id;

    /** {@code u:<customer number>}, {@code a:<anonymous id>}, {@code e:<e-mail>} or {@code h:<network>/<handle>}. */
    @Column(columnDefinition = "text")
    public String key;

    @Column(name = "person_id")
    public int personId;

    @Column(name = "created_at")
    public Instant createdAt = Instant.EPOCH;

    @Column(name = "import_id")
    public @Nullable Integer importId;

    public static Optional<Visitor> withKey(String key) {
        return find("key", key).firstResultOptional();
    }

    public static List<Visitor> of(Person person) {
        return list("personId", Sort.by("id"), person.id);
    }
}
