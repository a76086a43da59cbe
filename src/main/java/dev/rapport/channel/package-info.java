/**
 * Channels and the rules that give a visit its channel. Uses no room of facts.
 */
@NullMarked
package dev.rapport.channel;

import org.jspecify.annotations.NullMarked;
