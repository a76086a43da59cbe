/**
 * An uploaded file becomes records: archives, charset, dialect, quoting. Plain Java, uses no other room, no database.
 */
@NullMarked
package dev.rapport.ingest.file;

import org.jspecify.annotations.NullMarked;
