/**
 * How facts come in: CSV import, its jobs, pages and API. Uses {@code ingest.file} and {@code ingest.row} for what stands
 * in the file, the dimensions for whom and how, and marks days dirty in {@code rollup}.
 */
@NullMarked
package dev.rapport.ingest;

import org.jspecify.annotations.NullMarked;
