package dev.rapport.dependencies;

/** Says how bad a hole is, in the words of OSV. */
enum Severity {
    LOW,
    MODERATE,
    HIGH,
    CRITICAL;

    /** Whether the build fails for it. */
    boolean grave() {
        return compareTo(HIGH) >= 0;
    }
}
