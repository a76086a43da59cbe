package dev.rapport.voice;

import dev.rapport.channel.Channel;
import dev.rapport.person.Person;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Maps a current answer with what it counts as: the view that figures read, so that the rule for it stands once. */
@Entity
@Immutable
@Table(name = "survey_answer")
class SurveyAnswer extends PanacheEntityBase {
    /** Of the current version. */
    @Id
    public Long id;

    @Column(columnDefinition = "text")
    public String key = "";

    @Column
    public Instant at = Instant.EPOCH;

    @ManyToOne(optional = false)
    @JoinColumn(name = "survey_id")
    public Survey survey;

    @ManyToOne(optional = false)
    @JoinColumn(name = "channel_id")
    public Channel channel;

    /** Null when nobody knows whose it is. */
    @ManyToOne
    @JoinColumn(name = "person_id")
    public @Nullable Person person;

    /** Its place on the survey's scale. */
    @Column
    public int score;

    @Column(name = "score_class", columnDefinition = "text")
    public @Nullable String scoreClass;

    @Column(columnDefinition = "text")
    public @Nullable String comment;

    @Column(columnDefinition = "text")
    public @Nullable String topic;

    /** By the id of any version of it. */
    static Optional<SurveyAnswer> ofVersion(long id) {
        return find("key = (select version.key from AnswerVersion version where version.id = ?1)", id)
                .firstResultOptional();
    }
}
