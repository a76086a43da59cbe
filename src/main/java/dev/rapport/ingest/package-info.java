/**
 * How facts come in: CSV import. Uses the dimensions and marks days dirty in {@code rollup}.
 */
@NullMarked
package dev.rapport.ingest;

import org.jspecify.annotations.NullMarked;
