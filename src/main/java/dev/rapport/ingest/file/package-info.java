/**
 * An uploaded file becomes records: archives, charset, dialect, quoting. Plain Java without a database; of other rooms it
 * uses only what tells files of ours.
 */
@NullMarked
package dev.rapport.ingest.file;

import org.jspecify.annotations.NullMarked;
