/**
 * The pages, and the same as CSV and JSON: overview, marketing, support, customers, metric page with its rows, cohorts,
 * catalogue. Asks {@code query} for figures and builds view records from them; templates neither compute nor format.
 */
@NullMarked
package dev.rapport.dashboard;

import org.jspecify.annotations.NullMarked;
