package dev.rapport.ingest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** Holds the page of all imports, with the form to bring in another file. */
record ImportsPage(List<Line> lines, String problem, long maxSize, ZoneId zone) {
    record Line(
            int id,
            String file,
            String target,
            String state,
            long stored,
            long known,
            long rejected,
            Instant at,
            String who) {
        static Line of(ImportJob job) {
            return new Line(
                    job.id,
                    job.fileName,
                    Objects.requireNonNullElse(job.target, ""),
                    job.shownState(),
                    job.rowsStored,
                    job.rowsKnown,
                    job.rowsRejected,
                    job.createdAt,
                    job.createdBy);
        }
    }

    static ImportsPage of(List<ImportJob> jobs, String problem, long maxSize, ZoneId zone) {
        return new ImportsPage(jobs.stream().map(Line::of).toList(), problem, maxSize, zone);
    }
}
