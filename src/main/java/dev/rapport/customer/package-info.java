/**
 * People, the identities by which they are known, and what is known of them. Uses no room of facts.
 */
@NullMarked
package dev.rapport.customer;

import org.jspecify.annotations.NullMarked;
