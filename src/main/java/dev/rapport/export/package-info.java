/**
 * CSV and JSON of every figure, table and row list. Uses {@code query}.
 */
@NullMarked
package dev.rapport.export;

import org.jspecify.annotations.NullMarked;
