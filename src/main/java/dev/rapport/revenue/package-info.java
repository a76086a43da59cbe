/**
 * Orders and subscriptions: what customers are worth, who stays and who leaves. Uses {@code rollup} and {@code query}.
 */
@NullMarked
package dev.rapport.revenue;

import org.jspecify.annotations.NullMarked;
