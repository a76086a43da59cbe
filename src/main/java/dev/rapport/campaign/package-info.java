/**
 * Campaign figures by day: spend, impressions, clicks. Uses {@code rollup} and {@code query}.
 */
@NullMarked
package dev.rapport.campaign;

import org.jspecify.annotations.NullMarked;
