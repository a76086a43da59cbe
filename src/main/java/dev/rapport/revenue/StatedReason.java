package dev.rapport.revenue;

import dev.rapport.person.Person;
import dev.rapport.person.Visitor;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores why a customer left or stopped, as a person in the product says it; it goes before what files say. It is never
 * overwritten: what is said later of the same day ends it.
 */
@Entity
@Table(name = "reason_stated")
class StatedReason extends PanacheEntityBase {
    private static final String THEIRS =
            "current and visitorKey in (select visitor.key from Visitor visitor where visitor.personId = ?1)";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** Of an identity: it is there again when an import that was taken back comes again. */
    @Column(name = "visitor_key", columnDefinition = "text")
    public String visitorKey = "";

    /** As in {@link GivenReason#about}. */
    @Column(columnDefinition = "text")
    public String about = "";

    /** The end of the day that was named. */
    @Column
    public Instant at = Instant.EPOCH;

    @Column(columnDefinition = "text")
    public String reason = "";

    @Column(name = "set_by", columnDefinition = "text")
    public String setBy = "";

    @Column(name = "set_at")
    public Instant setAt = Instant.EPOCH;

    @Column
    public boolean current = true;

    static List<StatedReason> of(int person) {
        return list(THEIRS, Sort.descending("at", "id"), person);
    }

    static Optional<StatedReason> of(int person, long id) {
        return find(THEIRS + " and id = ?2", person, id).firstResultOptional();
    }

    /** Of the best known identity of theirs: the customer number, else the address, else the first. */
    static @Nullable StatedReason begun(Person person) {
        List<Visitor> identities = Visitor.of(person);
        if (identities.isEmpty()) {
            return null;
        }
        StatedReason said = new StatedReason();
        said.visitorKey = identities.stream()
                .filter(each -> each.key.startsWith("u:"))
                .findFirst()
                .or(() -> identities.stream()
                        .filter(each -> each.key.startsWith("e:"))
                        .findFirst())
                .orElse(identities.get(0))
                .key;
        return said;
    }

    /** Written at once: only one of a day is current, and the next is inserted before others are updated. */
    void end() {
        current = false;
        persistAndFlush();
    }
}
