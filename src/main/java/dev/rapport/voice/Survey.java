package dev.rapport.voice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Stores a question customers are asked, with its own scale and direction. */
@Entity
public class Survey extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Integer id;

    @Column(columnDefinition = "text")
    public String key = "";

    @Column(columnDefinition = "text")
    public String name = "";

    /** {@code nps}, {@code csat}, {@code ces} or {@code rating}. */
    @Column(columnDefinition = "text")
    public String kind = "";

    @Column(name = "scale_min")
    public int scaleMin;

    @Column(name = "scale_max")
    public int scaleMax;

    @Column(name = "lower_is_better")
    public boolean lowerIsBetter;

    /** Score to promoter, passive, detractor or good, bad; empty is the standard rule of the kind. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "score_classes", columnDefinition = "jsonb")
    public Map<String, String> scoreClasses = new HashMap<>();

    /** The place on the scale of each word that is given for an answer. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "jsonb")
    public Map<String, Integer> words = new HashMap<>();

    @Column(columnDefinition = "text")
    public String question = "";

    @Column(name = "import_id")
    public @Nullable Integer importId;

    public static List<Survey> inOrder() {
        return listAll(Sort.by("name").and("id"));
    }

    public static Optional<Survey> withKey(String key) {
        return find("key", key).firstResultOptional();
    }

    public static Optional<Survey> withId(int id) {
        return findByIdOptional(id);
    }
}
