/**
 * Rows become facts: COPY into a table of their own, one merge in one transaction, and the way back. Plain JDBC; uses the
 * dimensions and marks days dirty in {@code rollup}.
 */
@NullMarked
package dev.rapport.ingest.store;

import org.jspecify.annotations.NullMarked;
