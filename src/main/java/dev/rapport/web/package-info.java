/** Layout, errors, HTMX, languages: what every page needs. Uses no feature. */
@NullMarked
package dev.rapport.web;

import org.jspecify.annotations.NullMarked;
