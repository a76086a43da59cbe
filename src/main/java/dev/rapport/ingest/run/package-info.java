/**
 * Imports one after the other in the background: reading, rejects, progress, cancelling, what happens after a crash.
 * Plain JDBC over {@code ingest.store}.
 */
@NullMarked
package dev.rapport.ingest.run;

import org.jspecify.annotations.NullMarked;
