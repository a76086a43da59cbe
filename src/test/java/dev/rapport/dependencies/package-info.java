/** Holds all that the build uses against what is publicly known to be broken. */
@NullMarked
package dev.rapport.dependencies;

import org.jspecify.annotations.NullMarked;
