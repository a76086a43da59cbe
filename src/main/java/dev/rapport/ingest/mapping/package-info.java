/**
 * A record becomes a fact's row: what can be imported, how columns are mapped to it, how numbers and dates are read.
 * Plain Java over {@code ingest.file}; no database.
 */
@NullMarked
package dev.rapport.ingest.mapping;

import org.jspecify.annotations.NullMarked;
