package dev.rapport.segment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** Stores one segment of a group. */
@Entity
@Table(name = "segment_value")
public class SegmentValue extends PanacheEntityBase {
    /** The value of those of whom nothing is known; nobody's membership is stored for it. */
    public static final String NONE = "none";
    /** Takes what comes after a group has as many values as anybody could look at. */
    public static final String OTHER_VALUES = "other-values";
    /** How many values a group may have. */
    public static final int MOST = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column
    public Integer id;

    @Column(name = "group_id")
    public int groupId;

    /** As in URLs. */
    @Column(columnDefinition = "text")
    public String key;

    /** As first seen; a trait's value is recognised by it. */
    @Column(columnDefinition = "text")
    public String name;

    @Column
    public int position = 1000;

    public static List<SegmentValue> of(SegmentGroup group) {
        return list("groupId", Sort.by("position").and("name"), group.id);
    }
}
