/**
 * Sessions, page views and goals: what people did on sites and in apps. Uses {@code rollup} and {@code query}.
 */
@NullMarked
package dev.rapport.behaviour;

import org.jspecify.annotations.NullMarked;
