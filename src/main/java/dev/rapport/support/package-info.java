/**
 * Tickets: how customers are helped. Uses {@code rollup} and {@code query}.
 */
@NullMarked
package dev.rapport.support;

import org.jspecify.annotations.NullMarked;
