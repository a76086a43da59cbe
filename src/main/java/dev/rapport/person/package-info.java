/**
 * People, the identities by which they are known, and what is known of them. Uses no room of facts.
 */
@NullMarked
package dev.rapport.person;

import org.jspecify.annotations.NullMarked;
