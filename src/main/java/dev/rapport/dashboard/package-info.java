/**
 * The pages: overview, marketing, support, customers, metric page, catalogue. Uses {@code query} and {@code web}.
 */
@NullMarked
package dev.rapport.dashboard;

import org.jspecify.annotations.NullMarked;
