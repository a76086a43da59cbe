/**
 * Campaign figures by day (spend, impressions, clicks) and what campaigns brought: orders, customers, what a variant does
 * better. Uses {@code rollup} and {@code query}.
 */
@NullMarked
package dev.rapport.campaign;

import org.jspecify.annotations.NullMarked;
