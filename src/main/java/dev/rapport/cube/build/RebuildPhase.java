package dev.rapport.cube.build;

/**
 * Names what a measure source is counted from, and so when a rebuild can count it. In the order in which dirty days are
 * looked at.
 */
public enum RebuildPhase {
    /** Facts alone: nothing else is derived before them. */
    FACTS(1),
    /** Sessions, which are made first, of more facts than all other families have. */
    SESSIONS(3),
    /** Facts of customers of whom sessions and orders tell more. */
    CUSTOMERS(3),
    /** What brought orders, whose days the others mark. */
    ORIGINS(4);

    /** Of a rebuild, see {@link RebuildSteps#STAGES}. */
    final int stage;

    RebuildPhase(int stage) {
        this.stage = stage;
    }
}
