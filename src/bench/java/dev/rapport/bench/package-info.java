/** Benchmarks: the product as packaged beside PostgreSQL and DuckDB, each asked the same of the same facts. */
@NullMarked
package dev.rapport.bench;

import org.jspecify.annotations.NullMarked;
