/**
 * What is asked: channels, segments, period, comparison, grain, zone. One immutable value, read from a URL in one
 * place and printed back to it. Plain Java: uses no other room, no database, no CDI.
 */
@NullMarked
package dev.rapport.slice;

import org.jspecify.annotations.NullMarked;
