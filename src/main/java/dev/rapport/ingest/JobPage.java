package dev.rapport.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One import: its progress or its report. */
record JobPage(
        int id,
        String file,
        String target,
        String state,
        boolean underWay,
        boolean mappable,
        boolean unconfirmed,
        Progress progress,
        Counts counts,
        String message,
        Optional<Instant> finished,
        ZoneId zone,
        List<Reject> rejects,
        List<Reject> notes,
        List<Passed> passed,
        Undoing undoing,
        List<SharedAddress> sharedAddresses) {

    /** @param share of the file read, per cent */
    record Progress(int share, long rows, long perSecond) {}

    record Counts(long read, long stored, long known, long rejected, long leftOut, long notes, long passed) {}

    /** @param share of it taken back, per cent */
    record Undoing(boolean underWay, int share) {}

    /** An address that rows named with several customer numbers, so that it stays apart from all of them. */
    record SharedAddress(String email, String numbers) {}

    /** @param reason as in the bundle */
    record Reject(String file, long line, String column, String value, String reason) {}

    /** @param why as in the bundle */
    record Passed(String file, long line, String why, String record) {}

    static JobPage of(
            ImportJob job,
            ImportMessages words,
            ZoneId zone,
            Rejects rejects,
            List<SharedAddress> shared,
            boolean unconfirmed) {
        return new JobPage(
                job.id,
                job.fileName,
                Objects.requireNonNullElse(job.target, ""),
                job.state,
                job.isUnderWay() || job.isBeingUndone(),
                job.isWaiting(),
                unconfirmed,
                progress(job),
                new Counts(
                        job.rowsRead,
                        job.rowsStored,
                        job.rowsKnown,
                        job.rowsRejected,
                        job.rowsLeftOut,
                        job.notes,
                        job.linesPassed),
                Objects.requireNonNullElse(ImportStatus.message(job, words), ""),
                Optional.ofNullable(job.finishedAt),
                zone,
                rejects.rows(),
                rejects.notes(),
                rejects.passed(),
                new Undoing(job.isBeingUndone(), job.undoShare),
                shared);
    }

    public boolean isStoring() {
        return state.equals("storing");
    }

    private static Progress progress(ImportJob job) {
        int share = job.fileSize == 0 ? 0 : (int) Math.min(100, job.bytesRead * 100 / job.fileSize);
        Instant until = job.finishedAt == null ? Instant.now() : job.finishedAt;
        long millis = job.startedAt == null
                ? 0
                : Math.max(1, Duration.between(job.startedAt, until).toMillis());
        return new Progress(share, job.rowsRead, millis == 0 ? 0 : job.rowsRead * 1000 / millis);
    }
}
