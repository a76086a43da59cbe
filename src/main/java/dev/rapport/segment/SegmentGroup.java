package dev.rapport.segment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Stores a group of segments of which a person is in exactly one: plan, region, generation. Read from one trait, or found by
 * what people do.
 */
@Entity
@Table(name = "segment_group")
public class SegmentGroup extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column
    public Integer id;

    /** As in URLs; stays when the group is renamed. */
    @Column(columnDefinition = "text")
    public String key;

    @Column(columnDefinition = "text")
    public String name;

    /** The trait its values are read from; null: it has rules. */
    @Column(columnDefinition = "text")
    public @Nullable String trait;

    /** For traits that are numbers; empty = each value is a segment. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "jsonb")
    public List<SegmentRange> ranges = new ArrayList<>();

    /** Its segments by what people do, the first that fits wins; empty = read from a trait. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "jsonb")
    public List<SegmentRule> rules = new ArrayList<>();

    @Column
    public int position = 1000;

    public static List<SegmentGroup> inOrder() {
        return listAll(Sort.by("position").and("id"));
    }

    public static Optional<SegmentGroup> withKey(String key) {
        return find("key", key).firstResultOptional();
    }

    public static Optional<SegmentGroup> withId(int id) {
        return findByIdOptional(id);
    }
}
