/** Fact types: what each kind of record says, where it is kept and what it counts as. Knows none of them. */
@NullMarked
package dev.rapport.fact;

import org.jspecify.annotations.NullMarked;
