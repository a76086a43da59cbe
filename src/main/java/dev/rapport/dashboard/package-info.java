/**
 * The pages: overview, marketing, support, customers, metric page with its rows, cohorts, catalogue. Asks {@code query} for
 * figures, {@code behaviour} for cohorts and {@code export} for rows, and builds view records from them; templates
 * neither compute nor format.
 */
@NullMarked
package dev.rapport.dashboard;

import org.jspecify.annotations.NullMarked;
