/** How to choose metrics, what goes wrong with them, and when to look at a target again; each shown on one's own data. */
@NullMarked
package dev.rapport.dashboard.guide;

import org.jspecify.annotations.NullMarked;
