package dev.rapport.target;

import dev.rapport.slice.Grain;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores what a metric shall be, from a day on. */
@Entity
public class Target extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Integer id;

    @Column(columnDefinition = "text")
    public String metric = "";

    /** The one channel it is for. */
    @Column(name = "channel_id", columnDefinition = "smallint")
    public @Nullable Short channelId;

    /** The one segment it is for, by its keys. */
    @Column(name = "segment_group", columnDefinition = "text")
    public @Nullable String segmentGroup;

    @Column(name = "segment_value", columnDefinition = "text")
    public @Nullable String segmentValue;

    @Column(name = "from_day")
    public LocalDate fromDay = LocalDate.EPOCH;

    /** What the value is for: {@code month}; null for any period. */
    @Column(columnDefinition = "text")
    public @Nullable String span;

    @Column(columnDefinition = "text")
    public String bound = TargetBound.AT_LEAST.key();

    @Column(precision = 24, scale = 6)
    public BigDecimal value = BigDecimal.ZERO;

    @Column(name = "created_by", columnDefinition = "text")
    public String createdBy = "";

    @Column(name = "created_at")
    public Instant createdAt = Instant.EPOCH;

    /** When it is to be looked at again; null: nobody has said. */
    @Column(name = "review_on")
    public @Nullable LocalDate reviewOn;

    @Column(name = "reviewed_at")
    public @Nullable Instant reviewedAt;

    @Column(name = "reviewed_by", columnDefinition = "text")
    public @Nullable String reviewedBy;

    static List<Target> inOrder() {
        return listAll(Sort.by("metric")
                .and("channelId")
                .and("segmentGroup")
                .and("segmentValue")
                .and("fromDay", Sort.Direction.Descending));
    }

    public static Optional<Target> withId(int id) {
        return findByIdOptional(id);
    }

    /** Whether there is another one of the same metric, channel and segment, from the same day. */
    boolean hasTwin() {
        return Target.<Target>list("metric = ?1 and fromDay = ?2", metric, fromDay).stream()
                .filter(other -> !Objects.equals(other.id, id))
                .anyMatch(other -> Objects.equals(other.channelId, channelId)
                        && Objects.equals(other.segmentGroup, segmentGroup)
                        && Objects.equals(other.segmentValue, segmentValue));
    }

    /** @param channels keys by id; a channel that is not among them is named by its number */
    TargetRule rule(Map<Short, String> channels) {
        return new TargetRule(
                metric,
                Optional.ofNullable(channelId).map(number -> channels.getOrDefault(number, number.toString())),
                segmentGroup == null || segmentValue == null
                        ? Optional.empty()
                        : Optional.of(new TargetRule.Segment(segmentGroup, segmentValue)),
                fromDay,
                Optional.ofNullable(span).map(name -> Grain.valueOf(name.toUpperCase(Locale.ROOT))),
                TargetBound.of(bound).orElse(TargetBound.AT_LEAST),
                value);
    }
}
