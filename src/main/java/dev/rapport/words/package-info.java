/**
 * How a locale writes numbers, dates and durations. Knows no feature.
 */
@NullMarked
package dev.rapport.words;

import org.jspecify.annotations.NullMarked;
