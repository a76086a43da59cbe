/**
 * The database: migrations, the pool of queries with its limits, SQL put together, COPY, zone rules. Knows no feature's tables.
 */
@NullMarked
package dev.rapport.db;

import org.jspecify.annotations.NullMarked;
