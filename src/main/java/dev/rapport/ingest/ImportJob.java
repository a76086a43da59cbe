package dev.rapport.ingest;

import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.MappingJson;
import dev.rapport.ingest.run.FileCheck;
import dev.rapport.ingest.run.ImportState;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/**
 * Stores a file brought in and what became of it. The worker counts in the same row, so only what changed is written.
 */
@Entity
@DynamicUpdate
@Table(name = "import_job")
public class ImportJob extends PanacheEntityBase {
    private static final List<ImportState> CANCELLABLE = List.of(
            ImportState.UPLOADED, ImportState.QUEUED, ImportState.RUNNING, ImportState.STORING, ImportState.FAILED);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Integer id;

    public String kind = "csv";
    public @Nullable String target;

    @Column(name = "file_name")
    public String fileName = "";

    @Column(name = "file_size")
    public long fileSize;

    @Column(name = "file_path")
    public @Nullable String filePath;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    public @Nullable String mapping;

    @Column(name = "mapping_name")
    public @Nullable String mappingName;

    @Convert(converter = ImportStateConverter.class)
    public ImportState state = ImportState.UPLOADED;

    @Column(name = "bytes_read")
    public long bytesRead;

    @Column(name = "rows_read")
    public long rowsRead;

    @Column(name = "rows_stored")
    public long rowsStored;

    @Column(name = "rows_known")
    public long rowsKnown;

    @Column(name = "rows_rejected")
    public long rowsRejected;

    @Column(name = "rows_left_out")
    public long rowsLeftOut;

    /** On rows that were stored, though not all that they say. */
    public long notes;

    @Column(name = "lines_passed")
    public long linesPassed;

    @Column(name = "rows_replaced")
    public long rowsReplaced;

    @Column(name = "rows_kept")
    public long rowsKept;

    @Column(name = "rows_repeated")
    public long rowsRepeated;

    @Column(name = "rows_added")
    public long rowsAdded;

    @Column(name = "source_id")
    public @Nullable Integer sourceId;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    public @Nullable String checked;

    @Column(name = "unused_columns")
    public @Nullable String unusedColumns;

    public @Nullable String message;

    @Column(name = "created_at")
    public Instant createdAt = Instant.EPOCH;

    @Column(name = "created_by")
    public String createdBy = "";

    @Column(name = "started_at")
    public @Nullable Instant startedAt;

    @Column(name = "finished_at")
    public @Nullable Instant finishedAt;

    @Column(name = "undone_at")
    public @Nullable Instant undoneAt;

    @Column(name = "undone_by")
    public @Nullable String undoneBy;

    @Column(name = "undo_share")
    public int undoShare;

    @Column(name = "first_day")
    public @Nullable LocalDate firstDay;

    @Column(name = "last_day")
    public @Nullable LocalDate lastDay;

    /** Its facts are stored, and days that they are of still wait to be counted. */
    @Formula("(state = 'done' and exists (select 1 from dirty_day d where d.marked <= counted_mark))")
    public boolean counting;

    static ImportJob received(String fileName, UploadFolder.Received file, String who, Instant now) {
        ImportJob job = new ImportJob();
        job.fileName = fileName;
        job.fileSize = file.size();
        job.filePath = file.name();
        job.createdBy = who;
        job.createdAt = now;
        job.persist();
        return job;
    }

    static List<ImportJob> newest(int most) {
        return find("kind = 'csv' order by id desc").page(0, most).list();
    }

    static Optional<ImportJob> withId(int id) {
        return find("id = ?1 and kind = 'csv'", id).firstResultOptional();
    }

    Optional<Mapping> mapped() {
        return Optional.ofNullable(mapping).map(MappingJson::mapping);
    }

    /** What held it back, as long as it is mapped as it was then. */
    Optional<FileCheck> heldBack(Mapping by) {
        boolean same = mapped().filter(before -> MappingJson.text(before.withAnswers(Map.of()))
                        .equals(MappingJson.text(by.withAnswers(Map.of()))))
                .isPresent();
        return same ? Optional.ofNullable(checked).map(FileCheck::read) : Optional.empty();
    }

    void map(Mapping by) {
        mapping = MappingJson.text(by);
        target = by.target();
    }

    /** From now on the worker may take it. */
    void queue() {
        state = ImportState.QUEUED;
        message = null;
    }

    boolean isWaiting() {
        return state == ImportState.UPLOADED || state == ImportState.FAILED && filePath != null;
    }

    /** Done is what can be looked at: stored, and counted. */
    String shownState() {
        return counting ? "counting" : state.key();
    }

    boolean isUnderWay() {
        return state.isUnderWay();
    }

    boolean isBeingUndone() {
        return state == ImportState.UNDOING;
    }

    /** @return whether there was something left to cancel: a job that is done stays done */
    static boolean cancel(int id, Instant now) {
        return update(
                        "state = ?3, finishedAt = ?2 where id = ?1 and kind = 'csv' and state in ?4",
                        id,
                        now,
                        ImportState.CANCELLED,
                        CANCELLABLE)
                == 1;
    }
}
