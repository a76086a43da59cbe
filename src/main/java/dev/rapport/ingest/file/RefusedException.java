package dev.rapport.ingest.file;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Signals that the file as a whole cannot be taken; nothing of it has been stored. */
public class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int DEPTH = 20;

    private final Refusal refusal;
    private final String detail;

    public RefusedException(Refusal refusal) {
        this(refusal, "");
    }

    /** @param detail what it is about, e.g. a file's or a column's name; shown, never run */
    public RefusedException(Refusal refusal, String detail) {
        super(refusal + " " + detail);
        this.refusal = refusal;
        this.detail = detail;
    }

    /** The refusal that a reader on top of the one who refused has wrapped in a failure of its own. */
    static Optional<RefusedException> behind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEPTH)
                .filter(RefusedException.class::isInstance)
                .map(RefusedException.class::cast)
                .findFirst();
    }

    public Refusal refusal() {
        return refusal;
    }

    public String detail() {
        return detail;
    }

    /** As kept with a job. */
    public String asText() {
        return refusal.name() + '|' + detail;
    }
}
