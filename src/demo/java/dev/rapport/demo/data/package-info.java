/**
 * Demo data: an invented company's 14 months of facts, made from a seed and removed with one click. Writes facts as an
 * import would; uses the dimensions and {@code rollup}.
 */
@NullMarked
package dev.rapport.demo.data;

import org.jspecify.annotations.NullMarked;
