package dev.rapport.ingest.run;

import java.util.Locale;
import java.util.Set;

/** Names the states of an import, from the upload of its file to the day somebody undoes it. */
public enum ImportState {
    UPLOADED,
    QUEUED,
    RUNNING,
    STORING,
    DONE,
    FAILED,
    CANCELLED,
    UNDOING,
    UNDONE;

    private static final Set<ImportState> UNDER_WAY = Set.of(QUEUED, RUNNING, STORING);

    /** As it stands in the table and in answers to programs. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ImportState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Whether the worker has it, or is to take it. */
    public boolean isUnderWay() {
        return UNDER_WAY.contains(this);
    }
}
