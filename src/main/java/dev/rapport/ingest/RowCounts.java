package dev.rapport.ingest;

/** Counts what became of the rows of an import, as its page and the API tell. */
public record RowCounts(
        long read,
        long stored,
        long known,
        long replaced,
        long kept,
        long repeated,
        long added,
        long rejected,
        long leftOut,
        long notes,
        long linesPassedOver) {
    static RowCounts of(ImportJob job) {
        return new RowCounts(
                job.rowsRead,
                job.rowsStored,
                job.rowsKnown,
                job.rowsReplaced,
                job.rowsKept,
                job.rowsRepeated,
                job.rowsAdded,
                job.rowsRejected,
                job.rowsLeftOut,
                job.notes,
                job.linesPassed);
    }
}
