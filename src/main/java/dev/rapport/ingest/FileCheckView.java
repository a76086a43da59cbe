package dev.rapport.ingest;

import dev.rapport.ingest.run.FileCheck;
import dev.rapport.ingest.store.ImportCounts;

/** Shows what an import would do with all rows of a file. */
record FileCheckView(RowCounts counts) {
    static FileCheckView of(FileCheck check) {
        ImportCounts counts = check.counts();
        return new FileCheckView(new RowCounts(
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
