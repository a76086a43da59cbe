/** The funnel, who dropped off, and first and last touches. */
@NullMarked
package dev.rapport.dashboard.journey;

import org.jspecify.annotations.NullMarked;
