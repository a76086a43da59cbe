package dev.rapport.ingest.run;

/** Signals that the server is being stopped; the job begins anew when it is back. */
class StoppingException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
