/**
 * The way of customers over the facts of all rooms: ordered steps, where people are lost, and which channel stood at the
 * beginning and at the end of a conversion. Uses the rooms below.
 */
@NullMarked
package dev.rapport.journey;

import org.jspecify.annotations.NullMarked;
