/**
 * The catalogue: each metric once, with its definition, formula, benchmark and interval. Plain Java: uses {@code slice}
 * and a statistics library; no database, no CDI.
 */
@NullMarked
package dev.rapport.metric;

import org.jspecify.annotations.NullMarked;
