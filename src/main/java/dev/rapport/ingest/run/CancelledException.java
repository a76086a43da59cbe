package dev.rapport.ingest.run;

/** Signals that the import is not wanted any more; nothing of it has been stored. */
class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
