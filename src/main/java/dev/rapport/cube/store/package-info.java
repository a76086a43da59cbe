/**
 * The tables of what is derived: packed rows of cells, daily and monthly sets, and their shadows while they are rebuilt.
 * Uses {@code db} and {@code metric}.
 */
@NullMarked
package dev.rapport.cube.store;

import org.jspecify.annotations.NullMarked;
