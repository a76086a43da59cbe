/**
 * Reads what is derived: cells, sets, months, and facts where cells do not tell things apart, all in one read transaction.
 * Uses {@code cube.build} for the SQL of measures.
 */
@NullMarked
package dev.rapport.cube.read;

import org.jspecify.annotations.NullMarked;
