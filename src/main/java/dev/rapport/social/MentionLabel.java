package dev.rapport.social;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores what a person said of a mention. It is never overwritten: what is said later ends it. */
@Entity
@Table(name = "mention_label")
class MentionLabel extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** Of the mention, whichever version of it is current. */
    @Column(name = "mention_key", columnDefinition = "text")
    public String mentionKey = "";

    /** Key of the {@link Label}. */
    @Column(columnDefinition = "text")
    public String field = "";

    /** Null: what was said is taken back. */
    @Column(columnDefinition = "text")
    public @Nullable String value;

    @Column(name = "set_by", columnDefinition = "text")
    public String setBy = "";

    @Column(name = "set_at")
    public Instant setAt = Instant.EPOCH;

    @Column
    public boolean current = true;

    static Optional<MentionLabel> current(String mentionKey, Label label) {
        return find("mentionKey = ?1 and field = ?2 and current", mentionKey, label.key())
                .firstResultOptional();
    }

    static List<MentionLabel> currentOf(Collection<String> mentionKeys) {
        return list("mentionKey in ?1 and current and value is not null", mentionKeys);
    }

    /** What that person said last of it and still counts. */
    static Optional<MentionLabel> last(String mentionKey, String who) {
        return find("mentionKey = ?1 and setBy = ?2 and current", Sort.descending("id"), mentionKey, who)
                .firstResultOptional();
    }

    /** What was said of the same before this, by whomever. */
    Optional<MentionLabel> before() {
        return find("mentionKey = ?1 and field = ?2 and id < ?3", Sort.descending("id"), mentionKey, field, id)
                .firstResultOptional();
    }

    /** Written at once: only one label of a kind is current, and the next is inserted before others are updated. */
    void end() {
        current = false;
        persistAndFlush();
    }
}
