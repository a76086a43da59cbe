package dev.rapport.ingest;

import dev.rapport.ingest.mapping.ImportQuestion;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.MappingJson;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.ColumnTransformer;

/** Stores a mapping under a name, for the next file of its kind. */
@Entity
@Table(name = "import_mapping")
public class SavedMapping extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Integer id;

    public String name = "";
    public String target = "";

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    public String mapping = "{}";

    /** Of the file it was made for, to know the next one by. */
    public String header = "";

    @Column(name = "created_at")
    public Instant createdAt = Instant.EPOCH;

    @Column(name = "created_by")
    public String createdBy = "";

    static Optional<SavedMapping> named(String name) {
        return name.indexOf('\0') >= 0 ? Optional.empty() : find("name", name).firstResultOptional();
    }

    static Optional<SavedMapping> forHeader(String header) {
        return find("header = ?1 order by id desc", header).firstResultOptional();
    }

    static List<SavedMapping> all() {
        return list("order by name");
    }

    /** Under a name that is taken it replaces the former. */
    static void keep(String name, Mapping mapping, String header, String who, Instant now) {
        SavedMapping saved = named(name).orElseGet(SavedMapping::new);
        saved.name = name;
        saved.target = mapping.target();
        saved.mapping = MappingJson.text(mapping.withAnswers(ImportQuestion.lasting(mapping.answers())));
        saved.header = header;
        saved.createdAt = now;
        saved.createdBy = who;
        saved.persist();
    }

    /** For the next file: what was confirmed for one file is not for another, and its source only counts when it fits. */
    Mapping suggested() {
        return mapping().withSource(null);
    }

    Mapping mapping() {
        return MappingJson.mapping(mapping);
    }
}
