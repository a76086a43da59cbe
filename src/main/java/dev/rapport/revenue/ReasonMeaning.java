package dev.rapport.revenue;

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

/** Stores that one reason counts as another. No reason that others count as counts as a third: nothing is followed further. */
@Entity
@Table(name = "reason_meaning")
class ReasonMeaning extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Integer id;

    @Column(columnDefinition = "text")
    public String said = "";

    @Column(name = "said_key", columnDefinition = "text")
    public String saidKey = "";

    @Column(columnDefinition = "text")
    public String means = "";

    @Column(name = "means_key", columnDefinition = "text")
    public String meansKey = "";

    static Optional<ReasonMeaning> withId(int id) {
        return findByIdOptional(id);
    }

    static List<ReasonMeaning> inOrder() {
        return listAll(Sort.by("means").and("said"));
    }

    static Optional<ReasonMeaning> of(String saidKey) {
        return find("saidKey", saidKey).firstResultOptional();
    }

    /** Another one by which something counts as this. */
    static boolean anotherMeans(String key, int id) {
        return count("meansKey = ?1 and id <> ?2", key, id) > 0;
    }
}
