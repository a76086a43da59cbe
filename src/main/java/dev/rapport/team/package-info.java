/**
 * Who may see what: sign-on, roles, API keys, settings. Uses {@code web}.
 */
@NullMarked
package dev.rapport.team;

import org.jspecify.annotations.NullMarked;
