/**
 * What all pages with figures share: the slice of a request, links, filters, figures, trends and tables as views, CSV. Pages
 * live in the packages below; they ask {@code query} for figures and build view records; templates neither compute nor format.
 */
@NullMarked
package dev.rapport.dashboard;

import org.jspecify.annotations.NullMarked;
