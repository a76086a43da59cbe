/**
 * Posts and mentions. Uses {@code rollup} and {@code query}.
 */
@NullMarked
package dev.rapport.social;

import org.jspecify.annotations.NullMarked;
