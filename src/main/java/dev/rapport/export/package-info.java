/**
 * CSV and JSON of every figure, and the rows of facts behind it. Uses {@code query}, {@code metric}, {@code slice}.
 */
@NullMarked
package dev.rapport.export;

import org.jspecify.annotations.NullMarked;
