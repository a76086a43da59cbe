/** What a team wants its metrics to be, and whether they are. May use query, channel, team, web, metric and slice. */
@NullMarked
package dev.rapport.target;

import org.jspecify.annotations.NullMarked;
