package dev.rapport.ingest;

import dev.rapport.ingest.run.ImportState;
import dev.rapport.web.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Holds the page of one import: its progress or its report. */
record ImportPage(
        int id,
        String file,
        String target,
        String state,
        boolean underWay,
        boolean counting,
        List<FigureLink> figures,
        boolean mappable,
        boolean unconfirmed,
        Progress progress,
        RowCounts counts,
        String message,
        Optional<Instant> finished,
        ZoneId zone,
        List<Reject> rejects,
        List<Reject> notes,
        List<String> unused,
        List<Passed> passed,
        Undoing undoing,
        List<SharedAddress> sharedAddresses,
        String source,
        List<Replaced> replaced) {

    /** @param share of the file read, per cent */
    record Progress(int share, long rows, long perSecond) {}

    /** @param former the import whose row it was; 0 when none is known */
    record Replaced(long line, String key, int former, String field, String before, String after) {}

    /** @param share of it taken back, per cent */
    record Undoing(boolean underWay, int share) {}

    /** An address that rows named with several customer numbers, so that it stays apart from all of them. */
    record SharedAddress(String email, String numbers) {}

    /** @param reason as in the bundle */
    record Reject(String file, long line, String column, String value, String reason) {}

    /** @param why as in the bundle */
    record Passed(String file, long line, String why, String record) {}

    static ImportPage of(ImportJob job, Reader reader, ZoneId zone, Instant now, Lists lists, boolean unconfirmed) {
        return new ImportPage(
                job.id,
                job.fileName,
                Objects.requireNonNullElse(job.target, ""),
                job.shownState(),
                job.isUnderWay() || job.isBeingUndone(),
                job.counting,
                FigureLink.of(job),
                job.isWaiting(),
                unconfirmed,
                progress(job, now),
                RowCounts.of(job),
                Objects.requireNonNullElse(ImportStatus.message(job, reader), ""),
                Optional.ofNullable(job.finishedAt),
                zone,
                lists.rejects().rows(),
                lists.rejects().notes(),
                job.unusedColumns == null
                        ? List.of()
                        : job.unusedColumns.lines().toList(),
                lists.rejects().passed(),
                new Undoing(job.isBeingUndone(), job.undoShare),
                lists.shared(),
                lists.source(),
                lists.replaced());
    }

    /** What the report lists. */
    record Lists(RejectedRows rejects, List<SharedAddress> shared, String source, List<Replaced> replaced) {}

    public boolean isStoring() {
        return state.equals(ImportState.STORING.key());
    }

    private static Progress progress(ImportJob job, Instant now) {
        int share = job.fileSize == 0 ? 0 : (int) Math.min(100, job.bytesRead * 100 / job.fileSize);
        Instant until = job.finishedAt == null ? now : job.finishedAt;
        long millis = job.startedAt == null
                ? 0
                : Math.max(1, Duration.between(job.startedAt, until).toMillis());
        return new Progress(share, job.rowsRead, millis == 0 ? 0 : job.rowsRead * 1000 / millis);
    }
}
