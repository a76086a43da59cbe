package dev.rapport.ingest.run;

/** Somebody does not want the import any more; nothing of it has been stored. */
class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
