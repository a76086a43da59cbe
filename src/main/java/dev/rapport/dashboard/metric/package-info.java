/** The page of one metric, with its movement, parts and rows, and the same as CSV and JSON. */
@NullMarked
package dev.rapport.dashboard.metric;

import org.jspecify.annotations.NullMarked;
