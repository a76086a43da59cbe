/**
 * Plans and runs a metric over a slice: which cells, sets or facts answer it. The only way to a number. Uses
 * {@code slice}, {@code metric} and {@code rollup}.
 */
@NullMarked
package dev.rapport.query;

import org.jspecify.annotations.NullMarked;
