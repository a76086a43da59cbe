/**
 * Segment groups, their values, and who is in them since when. Uses {@code customer}.
 */
@NullMarked
package dev.rapport.segment;

import org.jspecify.annotations.NullMarked;
