/** Lists that people work through: customers, low scores, comments; and the page of one customer. */
@NullMarked
package dev.rapport.dashboard.list;

import org.jspecify.annotations.NullMarked;
