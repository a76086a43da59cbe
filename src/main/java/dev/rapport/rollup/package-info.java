/**
 * Derived data: sessions, daily cells, daily sets, monthly unions; dirty days and the rebuild. Uses {@code metric} and
 * the SQL that the rooms of facts contribute.
 */
@NullMarked
package dev.rapport.rollup;

import org.jspecify.annotations.NullMarked;
