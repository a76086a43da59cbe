/** The facts that are measured on: seeded, skewed and made once. */
@NullMarked
package dev.rapport.bench.data;

import org.jspecify.annotations.NullMarked;
