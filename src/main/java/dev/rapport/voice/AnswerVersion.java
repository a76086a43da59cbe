package dev.rapport.voice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** Maps an answer as a file brought it, also one that a later file has replaced: addresses name any of them. */
@Entity
@Immutable
@Table(name = "response")
class AnswerVersion extends PanacheEntityBase {
    @Id
    public Long id;

    /** What all versions of the answer share. */
    @Column(columnDefinition = "text")
    public String key = "";

    @Column
    public boolean current;
}
