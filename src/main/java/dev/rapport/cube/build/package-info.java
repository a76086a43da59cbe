/**
 * Derives from facts: sessions, daily cells, daily sets, monthly unions; dirty days and the rebuild. Uses {@code metric} and
 * the SQL that the rooms of facts give.
 */
@NullMarked
package dev.rapport.cube.build;

import org.jspecify.annotations.NullMarked;
