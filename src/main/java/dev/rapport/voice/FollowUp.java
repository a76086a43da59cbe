package dev.rapport.voice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores what has been done about an answer, a low score or a promoter's: who looks after the customer, when they spoke, and what came of it. */
@Entity
@Table(name = "follow_up")
public class FollowUp extends PanacheEntityBase {
    public enum State {
        OPEN,
        CONTACTED,
        CLOSED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Outcome {
        SOLVED,
        EXPLAINED,
        /** Of a promoter. */
        THANKED,
        /** To a review, a reference, a recommendation. */
        INVITED,
        UNREACHABLE,
        LOST;

        private static final Set<Outcome> OF_PROMOTERS = EnumSet.of(THANKED, INVITED, UNREACHABLE);
        private static final Set<Outcome> OF_OTHERS = EnumSet.of(SOLVED, EXPLAINED, UNREACHABLE, LOST);

        /** What can come of an answer. */
        static Set<Outcome> of(LowScore score) {
            return score.isPromoter() ? OF_PROMOTERS : OF_OTHERS;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Outcome> of(String key) {
            return List.of(values()).stream()
                    .filter(outcome -> outcome.key().equals(key))
                    .findFirst();
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Integer id;

    /** Of the answer, whichever version of it is current. */
    @Column(name = "response_key", columnDefinition = "text")
    public String responseKey = "";

    @Column(columnDefinition = "text")
    public String state = State.OPEN.key();

    @Column(columnDefinition = "text")
    public @Nullable String owner;

    @Column(name = "contacted_on")
    public @Nullable LocalDate contactedOn;

    @Column(columnDefinition = "text")
    public @Nullable String outcome;

    @Column(columnDefinition = "text")
    public @Nullable String note;

    @Column(name = "changed_by", columnDefinition = "text")
    public String changedBy = "";

    @Column(name = "changed_at")
    public Instant changedAt = Instant.EPOCH;

    static Optional<FollowUp> of(String responseKey) {
        return find("responseKey", responseKey).firstResultOptional();
    }

    /** A new one where nobody has done anything yet. */
    static FollowUp begun(String responseKey) {
        return of(responseKey).orElseGet(() -> {
            FollowUp fresh = new FollowUp();
            fresh.responseKey = responseKey;
            return fresh;
        });
    }

    void give(Optional<String> to) {
        owner = to.orElse(null);
    }

    /** What was closed stays closed: a date may be put right afterwards. */
    void contact(LocalDate day) {
        contactedOn = day;
        state = state.equals(State.CLOSED.key()) ? state : State.CONTACTED.key();
    }

    void close(Outcome how) {
        outcome = how.key();
        state = State.CLOSED.key();
    }

    void reopen() {
        outcome = null;
        state = (contactedOn == null ? State.OPEN : State.CONTACTED).key();
    }

    void write(Optional<String> text) {
        note = text.orElse(null);
    }

    void changed(String who, Instant now) {
        changedBy = who;
        changedAt = now;
        persistAndFlush();
    }
}
