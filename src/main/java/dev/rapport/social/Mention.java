package dev.rapport.social;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Maps a mention as its file has it; what people say of it is kept beside it, in {@link MentionLabel}. */
@Entity
class Mention extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(columnDefinition = "text")
    public String key = "";

    @Column(columnDefinition = "text")
    public String network = "";

    @Column(columnDefinition = "text")
    public @Nullable String brand;

    @Column(columnDefinition = "text")
    public @Nullable String topic;

    @Column(columnDefinition = "text")
    public @Nullable String text;

    @Column
    public Instant at = Instant.EPOCH;

    @Column(columnDefinition = "smallint")
    public @Nullable Short sentiment;

    @Column
    public @Nullable Boolean frustrated;

    @Column
    public @Nullable Boolean technical;

    @Column(name = "article_helps")
    public @Nullable Boolean articleHelps;

    @Column(name = "needs_reply")
    public @Nullable Boolean needsReply;

    @Column(name = "labelled_by", columnDefinition = "text")
    public @Nullable String labelledBy;

    @Column
    public boolean current = true;

    /** Empty when there is none, or a later version of it. */
    static Optional<Mention> withId(long id) {
        return Mention.<Mention>findByIdOptional(id).filter(mention -> mention.current);
    }

    /** In the order of the ids. */
    static List<Mention> withIds(List<Long> ids) {
        Map<Long, Mention> byId = Mention.<Mention>list("id in ?1", ids).stream()
                .collect(Collectors.toMap(mention -> mention.id, Function.identity()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    /** Has whoever labels it at the same time wait until this transaction ends. */
    void lock() {
        findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** What its network calls it, without the source it came from. */
    String plainKey() {
        int end = key.indexOf('\u001f');
        return end < 0 ? key : key.substring(0, end);
    }

    /** What the file says under that label. */
    Optional<String> imported(Label label) {
        Object said = switch (label) {
            case SENTIMENT -> sentiment;
            case FRUSTRATED -> frustrated;
            case TECHNICAL -> technical;
            case ARTICLE_HELPS -> articleHelps;
            case NEEDS_REPLY -> needsReply;
            case TOPIC -> topic;
        };
        return Optional.ofNullable(said).map(Object::toString);
    }
}
