package dev.rapport.ingest;

import dev.rapport.ingest.job.FileCheck;
import dev.rapport.ingest.store.Counts;

/** Shows what would become of all rows. */
record CheckView(JobPage.Counts counts) {
    static CheckView of(FileCheck check) {
        Counts counts = check.counts();
        return new CheckView(new JobPage.Counts(
                check.read(),
                counts.stored(),
                counts.same(),
                counts.replaced(),
                counts.kept(),
                counts.repeated(),
                counts.added(),
                check.rejected(),
                check.leftOut(),
                check.notes(),
                check.passed()));
    }
}
