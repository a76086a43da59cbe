/** The list of all metrics with what they mean. */
@NullMarked
package dev.rapport.dashboard.catalogue;

import org.jspecify.annotations.NullMarked;
