/**
 * Surveys, invitations and responses: what customers say. Uses {@code rollup} and {@code query}.
 */
@NullMarked
package dev.rapport.voice;

import org.jspecify.annotations.NullMarked;
