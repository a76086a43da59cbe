/** What happened on the time line while figures moved: launches, outages, campaigns. May use channel, team, web and slice. */
@NullMarked
package dev.rapport.annotation;

import org.jspecify.annotations.NullMarked;
