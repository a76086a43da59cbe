/** Pages of many figures: the boards, campaigns, social, cohorts, support load and how features are taken up. */
@NullMarked
package dev.rapport.dashboard.board;

import org.jspecify.annotations.NullMarked;
