/**
 * Launches embedded PostgreSQL, Keycloak and the packaged application, which needs none of this.
 */
@NullMarked
package dev.rapport.demo;

import org.jspecify.annotations.NullMarked;
