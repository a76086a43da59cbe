/**
 * Plans and runs a metric over a slice, compares it and keeps the answer. The only way to a number. Uses {@code slice},
 * {@code metric} and {@code cube}.
 */
@NullMarked
package dev.rapport.query;

import org.jspecify.annotations.NullMarked;
